/** A range for an axis that does not jump while a slider is dragged. */
import { useState } from "react";
import { type AxisRange, steadyRange } from "./scale.ts";

export function useSteadyRange(wanted: AxisRange): AxisRange {
  const [former, setFormer] = useState(wanted);
  const range = steadyRange(former, wanted);
  if (range !== former) setFormer(range);
  return range;
}
