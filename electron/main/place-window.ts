/** Where the window opens: where it was, if that can still be seen. All lengths in device-independent pixels. */

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace extends Rectangle {
  readonly maximized: boolean;
}

export const MINIMUM_SIZE = { width: 800, height: 560 } as const;
const USUAL_SIZE = { width: 1440, height: 900 } as const;
/** Where no screen is known, as on a machine that is reached from afar before its screen is there. */
const NO_SCREEN: Rectangle = { x: 0, y: 0, ...USUAL_SIZE };

/**
 * The saved place, which may be anything that a damaged file holds, brought wholly onto the screen that shows most of it;
 * onto the main screen, the first of `displays`, when none does. A maximised window keeps its state and its screen.
 * `workArea` is the screen without task bars.
 *
 * @example placeWindow({ x: -1900, y: 40, width: 1200, height: 800 }, [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }])
 * // { x: 360, y: 120, width: 1200, height: 800, maximized: false }: its screen is gone, so it stands in the middle
 */
export function placeWindow(saved: unknown, displays: readonly { readonly workArea: Rectangle }[]): WindowPlace {
  const screens = displays.map((display) => display.workArea).filter(isUsable);
  const maximized = field(saved, "maximized") === true;
  const width = length(field(saved, "width"));
  const height = length(field(saved, "height"));
  const size = width === null || height === null ? USUAL_SIZE : { width, height };
  const x = whole(field(saved, "x"));
  const y = whole(field(saved, "y"));
  const was = x === null || y === null || size === USUAL_SIZE ? null : { x, y, ...size };
  const seenOn = was === null ? undefined : screenShowingMost(was, screens);
  const screen = seenOn ?? screens[0] ?? NO_SCREEN;
  const fitted = {
    width: Math.min(Math.max(size.width, MINIMUM_SIZE.width), screen.width),
    height: Math.min(Math.max(size.height, MINIMUM_SIZE.height), screen.height),
  };
  const corner =
    was !== null && seenOn !== undefined
      ? {
          x: clamp(was.x, screen.x, screen.x + screen.width - fitted.width),
          y: clamp(was.y, screen.y, screen.y + screen.height - fitted.height),
        }
      : {
          x: screen.x + Math.floor((screen.width - fitted.width) / 2),
          y: screen.y + Math.floor((screen.height - fitted.height) / 2),
        };
  return { ...corner, ...fitted, maximized };
}

function screenShowingMost(place: Rectangle, screens: readonly Rectangle[]): Rectangle | undefined {
  let best: Rectangle | undefined;
  let most = 0;
  for (const screen of screens) {
    const shown = overlap(place, screen);
    if (shown > most) [best, most] = [screen, shown];
  }
  return best;
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** Beyond any wall of screens; past it a position is damage, and arithmetic on it loses whole pixels. */
const FARTHEST = 1_000_000;

function whole(value: unknown): number | null {
  return typeof value === "number" && Math.abs(value) <= FARTHEST ? Math.round(value) : null;
}

function length(value: unknown): number | null {
  const rounded = whole(value);
  return rounded === null || rounded < 1 ? null : rounded;
}

function clamp(value: number, lowest: number, highest: number): number {
  return Math.min(Math.max(value, lowest), highest);
}

function isUsable({ x, y, width, height }: Rectangle): boolean {
  return [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0;
}
