/** Opening: what a file is, is told by what is in it. Nothing that was open changes until all of it has been understood. */
import type { FileReference, OpenedDocument, RecentFile } from "./contract/index.ts";

export interface Documents {
  examples(): Promise<{ id: string; title: string; detail: string }[]>;
  openExample(id: string): Promise<OpenedDocument>;
  open(handle: string): Promise<OpenedDocument>;
  receive(name: string, content: Blob): Promise<FileReference>;
  recent(): Promise<RecentFile[]>;
  forgetRecent(handle: string): Promise<RecentFile[]>;
}
