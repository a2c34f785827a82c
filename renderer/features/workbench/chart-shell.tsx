/** A chart of the workbench: its figure, with the table that the store says is shown. */
import type { ReactNode } from "react";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import type { ChartTable } from "../../charts/chart-table.tsx";
import { useActions, useApp } from "../../store/use-store.ts";

interface ChartShellProps {
  readonly id: string;
  readonly title: string;
  readonly subtitle: ReactNode;
  readonly tools?: ReactNode;
  readonly table: () => ChartTable;
  readonly children: ReactNode;
}

export function ChartShell({ id, children, ...figure }: ChartShellProps) {
  const shown = useApp((state) => state.tables.has(id));
  const { toggleTables } = useActions();
  return (
    <ChartFigure id={id} {...figure} tableShown={shown} onToggleTable={() => toggleTables([id])}>
      {children}
    </ChartFigure>
  );
}
