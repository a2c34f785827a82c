/** A Blob, as Node and browsers both know it: bulk goes between engine and window as one, never as text. */
import * as z from "zod";

export interface Bytes {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export const bytes = z.custom<Bytes>((value) => value instanceof Blob, "must be a Blob");
