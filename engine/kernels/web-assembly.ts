/** The part of WebAssembly that the kernels need: the types that Node's own do not have. */

export interface SharedMemory {
  /** All of the memory as it is now; after it has grown, another object over the same bytes. */
  readonly buffer: SharedArrayBuffer;
  /** Adds pages of 64 KiB, and says how many there were. Throws RangeError beyond the maximum. */
  grow(pages: number): number;
}

/** Compiled code; it can be sent to other threads, which then need not compile it. */
export interface CompiledModule {
  readonly [Symbol.toStringTag]: string;
}

interface WebAssemblyApi {
  readonly Memory: new (limits: { initial: number; maximum: number; shared: true }) => SharedMemory;
  readonly Module: new (bytes: Uint8Array) => CompiledModule;
  readonly Instance: new (
    module: CompiledModule,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: unknown };
}

/** Undefined where the host has none. */
export const webAssembly = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly;
