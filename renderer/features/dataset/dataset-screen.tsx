/** Where every part of the data came from, what its figures mean, and what was assumed where it is silent. */
import type { DatasetSummary } from "../../../engine/contract/index.ts";
import { formatCount } from "../../../scenarios/index.ts";
import { useOpenDocument } from "../../store/use-store.ts";

const STANDINGS: Readonly<Record<DatasetSummary["provenance"][number]["standing"], string>> = {
  real: "Real",
  derived: "Derived",
  illustrative: "Illustrative",
  assumed: "Assumed",
};

export function DatasetScreen() {
  const { dataset, verification } = useOpenDocument();
  const { definitions } = dataset;
  const meanings: readonly (readonly [string, string])[] = [
    ["Bed day", definitions.bedDay],
    ["Admission", definitions.admission],
    [
      "Years",
      `${definitions.yearKind === "financial" ? "Financial, April to March" : "Calendar"}: ${dataset.years[0] ?? ""} to ${dataset.years.at(-1) ?? ""}`,
    ],
    ["Prices", `£ of ${definitions.priceBase}`],
    ["Cost per bed day", definitions.costBasis],
  ];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <main className="dataset" data-region="" tabIndex={0}>
      <header>
        <h1>{dataset.title}</h1>
        <p className="sub">
          {dataset.areas.length} areas, {dataset.hospitals.length}{" "}
          {dataset.hospitals.length === 1 ? "hospital" : "hospitals"}, {dataset.specialties.length} specialties,{" "}
          {dataset.bands.length} age bands. Fingerprint <code>{dataset.hash.slice(0, 19)}…</code>
        </p>
      </header>
      {verification !== null && (
        <section aria-labelledby="data-verification">
          <h2 id="data-verification">Checked when it was opened</h2>
          <p>{verification.statement}</p>
          {verification.differences.length > 0 && (
            <table>
              <thead>
                <tr>
                  <th scope="col">Result</th>
                  <th scope="col" className="num">
                    In the pack
                  </th>
                  <th scope="col" className="num">
                    Recomputed
                  </th>
                </tr>
              </thead>
              <tbody>
                {verification.differences.map(({ result, stored, recomputed }) => (
                  <tr key={result}>
                    <th scope="row">{result}</th>
                    <td className="num">{stored}</td>
                    <td className="num">{recomputed}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      )}
      {dataset.warnings.length > 0 && (
        <section aria-labelledby="data-warnings" className="warnings">
          <h2 id="data-warnings">To know before relying on it</h2>
          <ul>
            {dataset.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="data-provenance">
        <h2 id="data-provenance">Where each part came from</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Standing</th>
              <th scope="col">How it was made</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {dataset.provenance.map(({ what, standing, how, source }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>
                  <span className={`standing ${standing}`}>{STANDINGS[standing]}</span>
                </td>
                <td>{how}</td>
                <td>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section aria-labelledby="data-definitions">
        <h2 id="data-definitions">What the figures mean</h2>
        <dl className="meanings">
          {meanings.map(([term, meaning]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="data-assumptions">
        <h2 id="data-assumptions">Assumptions ({formatCount(dataset.assumptions.length)})</h2>
        <table className="assumptions">
          <thead>
            <tr>
              <th scope="col">Assumption</th>
              <th scope="col" className="num">
                Value
              </th>
              <th scope="col">Unit</th>
              <th scope="col">Standing</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {dataset.assumptions.map(({ key, label, value, unit, standing, source }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td className="num">{value.toLocaleString("en-GB", { maximumFractionDigits: 6 }).replace("-", "−")}</td>
                <td>{unit}</td>
                <td>
                  <span className={`standing ${standing}`}>{STANDINGS[standing]}</span>
                </td>
                <td>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </main>
  );
}
