/** The first screen: the worked example in one click, recent work, a file. */
import { useActions, useApp } from "../../store/use-store.ts";
import { FileIcon } from "../../ui/icons.tsx";
import { keyName } from "../../ui/keyboard.ts";
import { ExamplePreview } from "./preview.tsx";
import { Recent } from "./recent.tsx";

export function HomeScreen() {
  const actions = useActions();
  const examples = useApp((state) => state.examples);
  const connecting = useApp((state) => state.connection.kind !== "open");
  const busy = useApp((state) => state.busy);
  const [first] = examples;
  return (
    <main className="home" data-region="" tabIndex={-1}>
      <div>
        <h1>What happens if the money moves?</h1>
        <p className="lead">
          Move money from the hospital set-aside into community services, and see admissions, bed days, beds and cash,
          year by year.
        </p>
        <div className="go">
          {first !== undefined && (
            <button
              type="button"
              className="btn primary"
              disabled={busy !== null}
              onClick={() => void actions.openExample(first.id)}
            >
              Open the worked example
            </button>
          )}
          <button
            type="button"
            className="btn"
            disabled={connecting || busy !== null}
            onClick={() => void actions.open()}
          >
            Start from my own data
          </button>
        </div>
        <output className="sub going-on">{busy ?? (connecting ? "Reaching the engine…" : "")}</output>
        <Recent />
        <section className="examples" aria-labelledby="examples-heading">
          <h2 id="examples-heading">Worked examples, on open data</h2>
          <ul>
            {examples.map((example) => (
              <li key={example.id}>
                <button
                  type="button"
                  className="btn link"
                  disabled={busy !== null}
                  onClick={() => void actions.openExample(example.id)}
                >
                  {example.title}
                </button>
                <p>{example.detail}</p>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <div>
        <ExamplePreview />
        <section className="drop" aria-label="Open a file">
          <FileIcon />
          <div>
            <h2>Drop a dataset, scenario or pack here</h2>
            <p>It is checked before anything that is open is closed.</p>
            {/* A browser hands over the contents and not the place: only what is saved from here can be found again. */}
            {window.careshift === undefined && (
              <p>Careshift works on a copy, which is not listed under Recent; what you save from it is.</p>
            )}
            <ul>
              <li>Careshift pack</li>
              <li>Scenario</li>
              <li>Data package (.zip)</li>
              <li>Arrow</li>
            </ul>
          </div>
          <button
            type="button"
            className="btn"
            disabled={connecting || busy !== null}
            onClick={() => void actions.open()}
          >
            Choose a file <kbd>{keyName("Ctrl O")}</kbd>
          </button>
        </section>
      </div>
    </main>
  );
}
