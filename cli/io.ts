/** All that the command line uses of the machine it runs on, so that a test can stand in for any of it. */

export interface Io {
  /** Results. */
  readonly out: (text: string) => void;
  /** Messages to the person: what is wrong, what is happening. */
  readonly err: (text: string) => void;
  /** All that is sent to standard input, cut off after `most` characters. */
  readonly input: (most: number) => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly cwd: string;
  /** Whether this runs as the system's administrator (Unix). */
  readonly root: boolean;
  readonly places: Places;
  /** Resolves when the person asks to stop (Ctrl-C) or the system does. */
  readonly stopped: Promise<void>;
  readonly launch: Launch;
}

/** Where the program's own parts lie. */
export interface Places {
  /** The folder with package.json. */
  readonly app: string;
  readonly examples: string;
  readonly renderer: string;
  readonly worker: URL;
}

export interface LaunchOptions {
  /** Ends the program when it has not ended by itself in this time. */
  readonly timeoutMs?: number;
  /** Lets the program live on when this one ends. */
  readonly detached?: boolean;
  /** Shows the program's own messages in this terminal. */
  readonly inherit?: boolean;
}

/**
 * Starts another program, never through a shell. `started` is false when there is no such program; `ended` gives its
 * exit code (null when it was ended from outside); `stop` ends it.
 */
export type Launch = (file: string, args: readonly string[], options: LaunchOptions) => Launched;

export interface Launched {
  readonly started: Promise<boolean>;
  readonly ended: Promise<number | null>;
  readonly stop: () => void;
}
