/** The worked example as it stands: doing nothing against its first scenario, from a run of it. */
import { useEffect, useMemo } from "react";
import {
  formatCount,
  formatMoney,
  formatPercent,
  formatShort,
  inWords,
  marginsOf,
  wardClosures,
} from "../../../scenarios/index.ts";
import { PreviewChart } from "../../charts/preview-chart.tsx";
import { byYear } from "../../client/sums.ts";
import type { Preview } from "../../store/state.ts";
import { useActions, useApp } from "../../store/use-store.ts";

/** Its place is kept from the start, so that nothing moves once the figures are there. */
export function ExamplePreview() {
  const { showPreview } = useActions();
  const [example] = useApp((state) => state.examples);
  const preview = useApp((state) => state.preview);
  useEffect(() => {
    if (example !== undefined) void showPreview();
  }, [example, showPreview]);
  return (
    <section className="preview" aria-labelledby="preview-heading">
      <h2 id="preview-heading">{example === undefined ? "" : `The worked example: ${example.title}`}</h2>
      {preview !== null && <PreviewFigures preview={preview} />}
    </section>
  );
}

function PreviewFigures({ preview }: { readonly preview: Preview }) {
  const { dataset, scenario, result } = preview;
  const { years } = dataset;
  const { base, moved } = useMemo(
    () => ({
      base: byYear(result, "emergencyBedDays", { world: "doing-nothing" }),
      moved: byYear(result, "emergencyBedDays", { world: "scenario" }),
    }),
    [result],
  );
  const last = years.at(-1) ?? "";
  const [without, after] = [base.at(-1) ?? 0, moved.at(-1) ?? 0];
  const change = without > 0 ? after / without - 1 : 0;
  const amount = formatMoney(marginsOf(scenario).moved);
  const wards = wardClosures({ results: result, scenario, labels: dataset }).reduce((sum, each) => sum + each.wards, 0);
  const closing = wards === 0 ? "no ward closes" : wards === 1 ? "one ward closes" : `${inWords(wards)} wards close`;
  const words = `Emergency bed days end ${formatPercent(Math.abs(change), 1)} ${change <= 0 ? "below" : "above"} doing nothing in ${last}; ${closing}`;
  return (
    <>
      <p>{words}. Ready to change.</p>
      <PreviewChart
        years={years}
        base={base}
        scenario={moved}
        scenarioName={`${amount} moved`}
        valueText={formatShort}
        description={`${words}. From ${formatCount(base[0] ?? 0)} in ${years[0] ?? ""} to ${formatCount(without)} doing nothing, and ${formatCount(after)} with ${amount} a year moved.`}
      />
    </>
  );
}
