/** What caused the change of bed days: from the base year to doing nothing, and from there to the scenario. */
import { memo, useMemo } from "react";
import { BridgeChart, type BridgeStep } from "../../charts/bridge-chart.tsx";
import { formatCount, formatShort, programmeLabel, signed, type Told } from "../../../scenarios/index.ts";
import { useExplainedResult, useOpenDocument } from "../../store/use-store.ts";
import { ChartShell } from "./chart-shell.tsx";
import { bedDayBridge } from "./figures.ts";
import { causesTitle } from "./findings.ts";

/** While a slider moves, the last explanation stays, dimmed: a new one follows once it rests. */
export const BridgePanel = memo(function BridgePanel({ told }: { readonly told: Told }) {
  const { result, older } = useExplainedResult();
  const { dataset } = useOpenDocument();
  const { scenario } = told;
  const first = dataset.years[0] ?? "";
  const last = dataset.years.at(-1) ?? "";
  const bridge = useMemo(() => {
    return result === null ? null : bedDayBridge(result, (id) => programmeLabel(scenario, id));
  }, [result, scenario]);
  const steps: readonly BridgeStep[] = useMemo(
    () =>
      bridge === null
        ? []
        : [
            { id: "start", label: first, kind: "total", value: bridge.start, role: "c-hosp" },
            ...bridge.causes.map((part): BridgeStep => ({ ...part, kind: "part", role: "c-up" })),
            { id: "base", label: `Doing nothing, ${last}`, kind: "total", value: bridge.base, role: "c-base" },
            ...bridge.programmes.map((part): BridgeStep => ({ ...part, kind: "part", role: "c-comm" })),
            { id: "end", label: `This scenario, ${last}`, kind: "total", value: bridge.end, role: "c-scn" },
          ],
    [bridge, first, last],
  );
  if (result === null || bridge === null) return null;
  const title = causesTitle({ ...told, results: result });
  const part = (value: number): string => signed(formatCount(value), value);
  return (
    <ChartShell
      id="bridge"
      title={title}
      subtitle={`What changes emergency bed days a year, ${first} to ${last}`}
      table={() => ({
        caption: `Emergency bed days a year: ${first} to ${last} by cause, and doing nothing to this scenario by programme`,
        head: ["Step", "Bed days"],
        rows: steps.map((step) => ({
          label: step.label,
          cells: [step.kind === "total" ? formatCount(step.value) : part(step.value)],
          total: step.kind === "total",
        })),
      })}
    >
      <div className={older ? "explained older" : "explained"}>
        <BridgeChart
          steps={steps}
          tickText={formatShort}
          totalText={(value) => formatCount(value)}
          partText={part}
          description={`${title}. ${steps.map((step) => `${step.label} ${step.kind === "total" ? formatCount(step.value) : part(step.value)}`).join("; ")}.`}
        />
      </div>
    </ChartShell>
  );
});
