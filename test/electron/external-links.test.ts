import { expect, test } from "vitest";
import { externalLink } from "../../electron/main/external-links.ts";

test.each([
  "https://www.opendata.nhs.scot/dataset/inpatient-and-daycase-activity",
  "https://www.gov.scot/publications/",
  "https://www.legislation.gov.uk/asp/2014/9/section/28",
  "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
  "https://doi.org/10.1002/14651858.CD007491.pub3",
  "https://gov.scot/",
])("%s opens in the person's browser", (address) => {
  expect(externalLink(address)).toBe(address);
});

test.each<unknown>([
  "http://www.gov.scot/",
  "HTTPS://www.gov.scot/",
  "https://gov.scot.example.com/",
  "https://notgov.scot/",
  "https://gov.scot@example.com/",
  "https://user:word@www.gov.scot/",
  "https://www.gov.scot:8443/",
  "https://www.gov.scot./",
  "https://example.com/?next=https://www.gov.scot/",
  "https://example.com\\.gov.scot/",
  "https://example.com#.gov.scot/",
  "https://xn--gv-nka.scot/",
  "https://gоv.scot/",
  "https://scot/",
  "https://",
  "https:///etc/passwd",
  "file:///etc/passwd",
  "\\\\server\\share\\setup.exe",
  "ms-settings:",
  "mailto:someone@gov.scot",
  "javascript:alert('https://www.gov.scot/')",
  "app://careshift/",
  " https://www.gov.scot/",
  `https://www.gov.scot/${"a".repeat(3000)}`,
  "",
  null,
  undefined,
  { href: "https://www.gov.scot/", toString: () => "https://www.gov.scot/" },
])("%j stays shut", (address) => {
  expect(externalLink(address)).toBeNull();
});

test("an address is opened in the spelling that was checked", () => {
  // A tab inside the scheme's host is dropped by every browser: what is handed on must be what was looked at.
  expect(externalLink("https://www.go\tv.scot/a b")).toBe("https://www.gov.scot/a%20b");
});
