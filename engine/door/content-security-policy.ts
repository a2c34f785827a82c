/**
 * The Content-Security-Policy header of every page that a door serves: nothing by default, the program's own files only,
 * no evaluation of text as code, no style but those of the program's own sheets (what a script sets on an element's style
 * is not held back by a policy, and is what the charts do). `data:` and `blob:` images are what saving a chart as a
 * picture needs.
 *
 * `connect` adds the sources that the page may talk to beside its own origin:
 * `contentSecurityPolicy(["ws://127.0.0.1:4000"])`. Throws when a source holds anything but the letters of an address,
 * so that no source can add a directive.
 */
export function contentSecurityPolicy(connect: readonly string[]): string {
  for (const source of connect) {
    if (!/^[a-z][a-z0-9+.-]*:(\/\/[a-z0-9.-]+(:\d{1,5})?)?$/.test(source)) {
      throw new Error(`"${source}" is not an address that a content security policy can name.`);
    }
  }
  const directives: ReadonlyArray<readonly [string, string]> = [
    ["default-src", "'none'"],
    ["script-src", "'self'"],
    ["style-src", "'self'"],
    ["img-src", "'self' data: blob:"],
    ["font-src", "'self'"],
    ["connect-src", ["'self'", ...connect].join(" ")],
    ["base-uri", "'none'"],
    ["form-action", "'none'"],
    ["frame-ancestors", "'none'"],
    ["object-src", "'none'"],
  ];
  return directives.map(([name, value]) => `${name} ${value}`).join("; ");
}
