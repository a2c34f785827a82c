import type { MenuItemConstructorOptions } from "electron";
import type { MenuCommand } from "../shell-contract.ts";

interface MenuContext {
  readonly platform: NodeJS.Platform;
  readonly developing: boolean;
  readonly send: (command: MenuCommand) => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: "separator" };

/** The list is the system's own, of the files that were opened and saved; on other systems it is on the task bar. */
const OPEN_RECENT: MenuItemConstructorOptions = {
  label: "Open Recent",
  role: "recentDocuments",
  submenu: [{ label: "Clear Menu", role: "clearRecentDocuments" }],
};

/** The application menu. Undo and redo go to the page, which undoes steps of the scenario as well as typing. */
export function menuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  const mac = context.platform === "darwin";
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    id: command,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => context.send(command),
  });
  const appMenu: MenuItemConstructorOptions[] = mac ? [{ role: "appMenu" }] : [];
  const file: MenuItemConstructorOptions = {
    label: "&File",
    submenu: [
      item("Open…", "open", "CmdOrCtrl+O"),
      ...(mac ? [OPEN_RECENT] : []),
      SEPARATOR,
      item("Save", "save", "CmdOrCtrl+S"),
      item("Save As…", "save-as", "CmdOrCtrl+Shift+S"),
      item("Export Pack…", "export", "CmdOrCtrl+E"),
      SEPARATOR,
      mac ? { role: "close" } : { role: "quit" },
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: "&Edit",
    submenu: [
      item("Undo", "undo", "CmdOrCtrl+Z"),
      item("Redo", "redo", context.platform === "win32" ? "Ctrl+Y" : "CmdOrCtrl+Shift+Z"),
      SEPARATOR,
      { role: "cut" },
      { role: "copy" },
      { role: "paste" },
      { role: "selectAll" },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: "&View",
    submenu: [
      item("Home", "home"),
      item("Workbench", "workbench"),
      item("Data", "data"),
      SEPARATOR,
      item("Table Behind the Chart", "table"),
      SEPARATOR,
      { role: "zoomIn" },
      // The same key without Shift, as most people press it.
      { role: "zoomIn", accelerator: "CmdOrCtrl+=", visible: false },
      { role: "zoomOut" },
      { role: "resetZoom" },
      { role: "togglefullscreen" },
      ...(context.developing ? [SEPARATOR, { role: "reload" } as const, { role: "toggleDevTools" } as const] : []),
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: "help",
    label: "&Help",
    submenu: [item("Keyboard Shortcuts", "keys"), ...(mac ? [] : [SEPARATOR, { role: "about" } as const])],
  };
  return [...appMenu, file, edit, view, ...(mac ? [{ role: "windowMenu" } as const] : []), help];
}
