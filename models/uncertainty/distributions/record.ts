/** A distribution as plain data, to send to another thread, and back. */
import type { Distribution, DistributionKind } from "./distribution.ts";
import { distributionOf } from "./written.ts";
import type { WrittenDistribution } from "./written.ts";

export interface DistributionRecord {
  readonly parameter: string;
  readonly kind: DistributionKind;
  readonly parameters: Readonly<Record<string, number>>;
}

/** What draws of the distribution depend on: its stated central value is left out. */
export const recordOf = ({ parameter, kind, parameters }: Distribution): DistributionRecord => ({
  parameter,
  kind,
  parameters: { ...parameters },
});

/** The distribution of a record: its draws are those of the one it was made of. Throws ModelInputError for one that cannot be. */
export function distributionFrom({ parameter, kind, parameters }: DistributionRecord): Distribution {
  return distributionOf(parameter, { kind, ...parameters } as unknown as WrittenDistribution);
}
