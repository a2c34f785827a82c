/** One part of the model: the inputs it declares and the variables it works out, in the order a reader meets them. */
import type { ModelInput, ModelVariable } from "../language/model.ts";

export interface Section {
  readonly inputs: readonly ModelInput[];
  readonly variables: readonly ModelVariable[];
}
