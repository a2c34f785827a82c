/** Places that the program's sources and help point to. A link to any other place stays shut: its text can be copied. */
const HOSTS = [
  "audit.scot",
  "bjgp.org",
  "bmj.com",
  "cochrane.org",
  "cochranelibrary.com",
  "doi.org",
  "gov.scot",
  "gov.uk",
  "health.org.uk",
  "healthcareimprovementscotland.scot",
  "ihub.scot",
  "isdscotland.org",
  "nhs.scot",
  "nhs.uk",
  "nice.org.uk",
  "nih.gov",
  "nuffieldtrust.org.uk",
  "parliament.scot",
  "publichealthscotland.scot",
  "pssru.ac.uk",
] as const;

/**
 * The address to open in the person's own browser, or null when it stays shut: https only, a host of the list or below
 * one, no account, no port, and as its own spelling (so that nothing is hidden in it).
 *
 * @example externalLink("https://www.opendata.nhs.scot/dataset/1") // the same
 * @example externalLink("https://nhs.scot.example.com/") // null
 */
export function externalLink(address: unknown): string | null {
  if (typeof address !== "string" || address.length > 2000 || !address.startsWith("https://")) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.username !== "" || url.password !== "" || url.port !== "") return null;
  const isListed = HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return isListed ? url.href : null;
}
