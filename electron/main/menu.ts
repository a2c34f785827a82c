import type * as electron from "electron";
import type { MenuCommand } from "../shell-contract.ts";
import { menuTemplate } from "./menu-template.ts";

export function setUpMenu(
  Menu: Pick<typeof electron.Menu, "buildFromTemplate" | "setApplicationMenu">,
  context: { readonly developing: boolean; readonly send: (command: MenuCommand) => void },
): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, ...context })));
}
