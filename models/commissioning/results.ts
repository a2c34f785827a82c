/** What a run of the commissioning model gives back. */
import type { Mark } from "./extensions.ts";
import type { Members, NamedArray } from "../language/named-array.ts";

export interface VariableInfo {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly dims: readonly string[];
  readonly formula: string;
  readonly docs: string;
}

export interface CommissioningResults {
  /** Members of every dimension; `year` holds labels such as "2026/27", `world` is ["doing-nothing", "scenario"]. */
  readonly members: Members;
  /** The asked variables by id. Immutable once returned. */
  readonly values: ReadonlyMap<string, NamedArray>;
  /** Of these, the ones that are not the model's own figures; absent where all are. */
  readonly marks?: ReadonlyMap<string, Mark> | undefined;
}
