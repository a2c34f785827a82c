/** What the engine's process is given of our environment: where things are, and the language. No switches, no secrets. */
const GIVEN = new Set([
  "APPDATA",
  "HOME",
  "HOMEDRIVE",
  "HOMEPATH",
  "LANG",
  "LANGUAGE",
  "LC_ALL",
  "LOCALAPPDATA",
  "PATH",
  "SYSTEMDRIVE",
  "SYSTEMROOT",
  "TEMP",
  "TMP",
  "TMPDIR",
  "TZ",
  "USERPROFILE",
  "WINDIR",
  "XDG_CACHE_HOME",
  "XDG_CONFIG_HOME",
  "XDG_DATA_HOME",
  "XDG_STATE_HOME",
]);

/** A copy without whatever could make the process run other code (NODE_OPTIONS, LD_PRELOAD, ELECTRON_RUN_AS_NODE and so on). */
export function engineEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given: Record<string, string> = {};
  // Windows spells these names in any case.
  for (const [name, value] of Object.entries(environment))
    if (value !== undefined && GIVEN.has(name.toUpperCase())) given[name] = value;
  return given;
}
