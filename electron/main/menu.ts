import type * as electron from "electron";
import type { ShellCommand } from "../shell-contract.ts";
import { menuTemplate } from "./menu-template.ts";

export function setUpMenu(
  Menu: Pick<typeof electron.Menu, "buildFromTemplate" | "setApplicationMenu">,
  context: { readonly developing: boolean; readonly send: (command: ShellCommand) => void },
): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, ...context })));
}
