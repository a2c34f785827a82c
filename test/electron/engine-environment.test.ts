import { expect, test } from "vitest";
import { engineEnvironment } from "../../electron/main/engine-environment.ts";

test("the engine's process gets places and language, and nothing that could steer it or be stolen from it", () => {
  const given = engineEnvironment({
    PATH: "/usr/bin",
    HOME: "/home/finance",
    TMPDIR: "/tmp",
    LANG: "en_GB.UTF-8",
    TZ: "Europe/London",
    NODE_OPTIONS: "--require /evil.js",
    NODE_EXTRA_CA_CERTS: "/evil/ca.pem",
    ELECTRON_RUN_AS_NODE: "1",
    LD_PRELOAD: "/evil.so",
    DYLD_INSERT_LIBRARIES: "/evil.dylib",
    HTTPS_PROXY: "http://user:word@proxy",
    API_TOKEN: "secret",
    UNSET: undefined,
  });
  expect(given).toEqual({
    PATH: "/usr/bin",
    HOME: "/home/finance",
    TMPDIR: "/tmp",
    LANG: "en_GB.UTF-8",
    TZ: "Europe/London",
  });
});

test("Windows spells its names as it likes", () => {
  expect(engineEnvironment({ Path: "C:\\Windows", SystemRoot: "C:\\Windows", node_options: "--inspect" })).toEqual({
    Path: "C:\\Windows",
    SystemRoot: "C:\\Windows",
  });
});
