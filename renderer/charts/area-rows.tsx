/** Many areas side by side: a row each, from doing nothing to the scenario, on one shared axis from zero. */
import type { SmallChart } from "./small-multiples.tsx";

interface AreaRowsProps {
  readonly areas: readonly SmallChart[];
  readonly valueText: (value: number) => string;
  readonly caption: string;
}

export function AreaRows({ areas, valueText, caption }: AreaRowsProps) {
  const most = Math.max(...areas.flatMap((area) => [area.base.at(-1) ?? 0, area.scenario.at(-1) ?? 0]), 1);
  const share = (value: number | undefined): string => `${((value ?? 0) / most) * 100}%`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <section className="area-rows" tabIndex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col">
              <span className="vh">Drawn: </span>bar this scenario, tick doing nothing
            </th>
            <th scope="col" className="num">
              Doing nothing
            </th>
            <th scope="col" className="num">
              Scenario
            </th>
            <th scope="col" className="num">
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr key={area.id}>
              <th scope="row">{area.label}</th>
              <td aria-hidden="true">
                <div className="area-bar">
                  <i style={{ width: share(area.scenario.at(-1)) }} />
                  <u style={{ left: share(area.base.at(-1)) }} />
                </div>
              </td>
              <td className="num">{valueText(area.base.at(-1) ?? 0)}</td>
              <td className="num">{valueText(area.scenario.at(-1) ?? 0)}</td>
              <td className="num">{area.change}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
