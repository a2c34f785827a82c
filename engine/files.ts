/**
 * Handles: how a window names a file that it may use without ever naming a path. A door grants a path that the person
 * chose in a dialog; a browser's upload is kept in memory. A handle is a random number of 128 bits, good for this run
 * of the program only.
 */
import { randomBytes } from "node:crypto";
import path from "node:path";
import type { FileKind, FileReference } from "./contract/index.ts";
import { kindByName, PACK_EXTENSION, SCENARIO_EXTENSION } from "./file-names.ts";
import { EngineProblem } from "./problem.ts";

/** "read" for what is only opened; "read-write" for what may be saved to as well. */
export type GrantMode = "read" | "read-write";

interface OnDisk {
  readonly place: "disk";
  readonly path: string;
  readonly mode: GrantMode;
  /** Hash of the content last read or written through this handle; null before that. */
  seen: string | null;
}

interface InMemory {
  readonly place: "memory";
  readonly bytes: Uint8Array;
}

export type GrantedOnDisk = OnDisk & { readonly reference: FileReference };
export type Granted = GrantedOnDisk | (InMemory & { readonly reference: FileReference });

export interface FileRegistry {
  /**
   * A handle for a path that the person chose: a new one, or the one that an earlier engine of the same program gave for
   * it.
   */
  grant(file: string, mode: GrantMode, handle?: string): FileReference;
  /** A handle for bytes that were sent. Oldest ones are dropped when more than `memory` bytes are held. */
  receive(name: string, bytes: Uint8Array, kind: FileKind): FileReference;
  /** What a handle stands for. Throws for a handle that was never granted. */
  resolve(handle: string): Granted;
  /** A granted file that may be written as a scenario or pack: on disk, for writing, with its extension. */
  resolveForWriting(handle: string, kind: "scenario" | "pack"): GrantedOnDisk;
}

export function createFileRegistry(memory: number): FileRegistry {
  const granted = new Map<string, Granted>();

  const grant = (file: string, mode: GrantMode, handle = newHandle()): FileReference => {
    const absolute = path.resolve(file);
    const name = path.basename(absolute);
    const reference = { handle, name, kind: kindByName(name) };
    granted.set(reference.handle, { place: "disk", path: absolute, mode, seen: null, reference });
    return reference;
  };

  const makeRoom = (needed: number): void => {
    const held = [...granted.values()].filter((file) => file.place === "memory");
    let total = held.reduce((sum, file) => sum + file.bytes.length, needed);
    for (const file of held) {
      if (total <= memory) return;
      granted.delete(file.reference.handle);
      total -= file.bytes.length;
    }
  };

  const resolve = (handle: string): Granted => {
    const file = granted.get(handle);
    if (file === undefined) {
      throw new EngineProblem("file.unknown-handle", "This file is not open in Careshift any more. Choose it again.");
    }
    return file;
  };

  return {
    grant,
    resolve,
    receive: (name, bytes, kind) => {
      makeRoom(bytes.length);
      const reference = { handle: newHandle(), name: path.basename(name), kind };
      granted.set(reference.handle, { place: "memory", bytes, reference });
      return reference;
    },
    resolveForWriting: (handle, kind) => {
      const file = resolve(handle);
      if (file.place === "memory" || file.mode !== "read-write") {
        throw new EngineProblem("file.read-only", `${file.reference.name} was opened to be read. Use Save as.`);
      }
      const extension = kind === "scenario" ? SCENARIO_EXTENSION : PACK_EXTENSION;
      if (!file.reference.name.toLowerCase().endsWith(extension)) {
        throw new EngineProblem(
          "file.extension",
          `The name of a ${kind} file ends in ${extension}; "${file.reference.name}" does not. Choose another name.`,
          { value: file.reference.name, expected: extension },
        );
      }
      return file;
    },
  };
}

function newHandle(): string {
  return randomBytes(16).toString("base64url");
}
