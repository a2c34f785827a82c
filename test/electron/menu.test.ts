import type { MenuItemConstructorOptions } from "electron";
import { expect, test } from "vitest";
import { menuTemplate } from "../../electron/main/menu-template.ts";
import type { MenuCommand } from "../../electron/shell-contract.ts";

function items(
  platform: NodeJS.Platform,
  developing = false,
): { all: MenuItemConstructorOptions[]; sent: MenuCommand[] } {
  const sent: MenuCommand[] = [];
  const template = menuTemplate({ platform, developing, send: (command) => sent.push(command) });
  const all = template.flatMap((menu) => [menu, ...(Array.isArray(menu.submenu) ? menu.submenu : [])]);
  return { all, sent };
}

function accelerators(platform: NodeJS.Platform): Record<string, string> {
  const { all } = items(platform);
  return Object.fromEntries(
    all.flatMap((item) => (item.id !== undefined && item.accelerator ? [[item.id, item.accelerator]] : [])),
  );
}

const everywhere = {
  open: "CmdOrCtrl+O",
  save: "CmdOrCtrl+S",
  "save-as": "CmdOrCtrl+Shift+S",
  export: "CmdOrCtrl+E",
  undo: "CmdOrCtrl+Z",
};

test.each([
  ["win32", "Ctrl+Y"],
  ["linux", "CmdOrCtrl+Shift+Z"],
  ["darwin", "CmdOrCtrl+Shift+Z"],
] as const)("keys on %s: redo is %s", (platform, redo) => {
  expect(accelerators(platform)).toEqual({ ...everywhere, redo });
});

test("each item of ours sends its own command, and every command has an item", () => {
  const { all, sent } = items("linux");
  const ours = all.filter((item) => item.id !== undefined);
  for (const item of ours) (item.click as () => void)();
  expect(sent).toEqual(ours.map((item) => item.id));
  const commands: Record<MenuCommand, true> = {
    home: true,
    workbench: true,
    data: true,
    open: true,
    save: true,
    "save-as": true,
    export: true,
    undo: true,
    redo: true,
    table: true,
    keys: true,
  };
  expect(sent.toSorted()).toEqual(Object.keys(commands).toSorted());
});

test("undo and redo are the page's, cut, copy, paste and zoom the system's", () => {
  const roles = items("linux").all.map((item) => item.role);
  for (const role of [
    "cut",
    "copy",
    "paste",
    "selectAll",
    "zoomIn",
    "zoomOut",
    "resetZoom",
    "togglefullscreen",
    "quit",
  ])
    expect(roles).toContain(role);
  for (const role of ["undo", "redo", "reload", "forceReload", "toggleDevTools"]) expect(roles).not.toContain(role);
});

test("a Mac has its own first menu and closes windows; the developer's items come only while developing", () => {
  const mac = items("darwin").all;
  expect(mac[0]?.role).toBe("appMenu");
  expect(mac.map((item) => item.role)).toEqual(expect.arrayContaining(["close", "recentDocuments"]));
  expect(mac.map((item) => item.role)).not.toContain("quit");
  expect(items("win32", true).all.map((item) => item.role)).toEqual(
    expect.arrayContaining(["reload", "toggleDevTools"]),
  );
});
