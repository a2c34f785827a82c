import type { Session } from "electron";

type AskHandler = NonNullable<Parameters<Session["setPermissionRequestHandler"]>[0]>;
type Permission = Parameters<AskHandler>[1];

/**
 * What a page may ask of the machine: to copy a figure, and to fill the screen when presenting. Every permission that
 * Electron knows is named, so that a new one does not compile until somebody has decided; one not here is denied.
 */
export const permissionTable: Readonly<Record<Permission, boolean>> = {
  "clipboard-sanitized-write": true,
  fullscreen: true,
  ar: false,
  "automatic-fullscreen": false,
  "background-fetch": false,
  "background-sync": false,
  "captured-surface-control": false,
  "clipboard-read": false,
  "deprecated-sync-clipboard-read": false,
  "display-capture": false,
  fileSystem: false,
  geolocation: false,
  "geolocation-approximate": false,
  "hand-tracking": false,
  hid: false,
  "idle-detection": false,
  keyboardLock: false,
  "local-fonts": false,
  "local-network": false,
  "local-network-access": false,
  "loopback-network": false,
  media: false,
  mediaKeySystem: false,
  midi: false,
  midiSysex: false,
  nfc: false,
  notifications: false,
  openExternal: false,
  "payment-handler": false,
  "periodic-background-sync": false,
  "persistent-storage": false,
  pointerLock: false,
  "screen-wake-lock": false,
  sensors: false,
  serial: false,
  "smart-card": false,
  "speaker-selection": false,
  "storage-access": false,
  "system-wake-lock": false,
  "top-level-storage-access": false,
  usb: false,
  vr: false,
  "web-app-installation": false,
  "web-printing": false,
  "window-management": false,
  unknown: false,
};

export function isPermitted(permission: unknown): boolean {
  if (typeof permission !== "string" || !Object.hasOwn(permissionTable, permission)) return false;
  return permissionTable[permission as Permission];
}

type PermissionSession = Pick<
  Session,
  "setPermissionRequestHandler" | "setPermissionCheckHandler" | "setDevicePermissionHandler"
>;

export function setUpPermissions(session: PermissionSession): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isPermitted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isPermitted(permission));
  session.setDevicePermissionHandler(() => false);
}
