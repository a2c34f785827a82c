/** What every chart has: a title that states the finding, a line with measure, unit and year, and a table behind it. */
import { type ReactNode, useState } from "react";
import { type ChartTable, ChartTableView, tableText } from "./chart-table.tsx";

interface ChartFigureProps {
  readonly id: string;
  readonly title: string;
  readonly subtitle: ReactNode;
  /** Further controls of the chart: tabs, a select. */
  readonly tools?: ReactNode;
  readonly table: () => ChartTable;
  readonly tableShown: boolean;
  readonly onToggleTable: () => void;
  readonly children: ReactNode;
}

export function ChartFigure(props: ChartFigureProps) {
  const { id, title, subtitle, tools, tableShown } = props;
  return (
    <figure className={`chart chart-${id}`} data-chart={id} aria-labelledby={`${id}-title`}>
      <figcaption>
        <div className="chart-title">
          <h2 id={`${id}-title`}>{title}</h2>
          <span className="chart-buttons">
            {tableShown && <CopyButton text={() => tableText(props.table())} />}
            <button type="button" className="chart-button" onClick={props.onToggleTable}>
              {tableShown ? "Chart" : "Table"}
              <span className="vh">: {title}</span>
            </button>
          </span>
        </div>
        <div className="chart-under">
          <div className="sub">{subtitle}</div>
          {tools}
        </div>
      </figcaption>
      {tableShown ? <ChartTableView table={props.table()} /> : props.children}
    </figure>
  );
}

function CopyButton({ text }: { readonly text: () => string }) {
  const [said, setSaid] = useState("Copy");
  const copy = (): void => {
    navigator.clipboard.writeText(text()).then(
      () => setSaid("Copied"),
      () => setSaid("Not allowed to copy: select the table instead"),
    );
  };
  return (
    <button type="button" className="chart-button" onClick={copy} aria-live="polite">
      {said}
    </button>
  );
}
