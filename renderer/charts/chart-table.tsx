/** The table behind a chart: every figure in full, to be read, selected and copied. */

export interface ChartTable {
  /** What the figures are: measure, unit, period, price base. */
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[]; readonly total?: boolean }[];
}

/** As text with tabs, which a spreadsheet takes as cells. */
export function tableText(table: ChartTable): string {
  const lines = [[table.caption], table.head, ...table.rows.map(({ label, cells }) => [label, ...cells])];
  return lines.map((cells) => cells.join("\t")).join("\n");
}

export function ChartTableView({ table }: { readonly table: ChartTable }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <section className="chart-table" tabIndex={0} aria-label={table.caption}>
      <table>
        <caption>
          <span>{table.caption}</span>
        </caption>
        <thead>
          <tr>
            {table.head.map((name, index) => (
              <th key={name} scope="col" className={index === 0 ? "" : "num"}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ label, cells, total }) => (
            <tr key={label} className={total === true ? "total" : ""}>
              <th scope="row">{label}</th>
              {cells.map((cell, index) => (
                <td key={table.head[index + 1] ?? index} className="num">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
