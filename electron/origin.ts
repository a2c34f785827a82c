/** The window's address: one scheme, one host. Nothing else is served, trusted or navigated to. */
export const APP_SCHEME = "app";
export const APP_ORIGIN = "app://careshift";
export const APP_START = `${APP_ORIGIN}/`;
