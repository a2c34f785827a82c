/** Files opened or saved lately. Arrow keys step through them. */
import { type KeyboardEvent, useState } from "react";
import { useActions, useApp } from "../../store/use-store.ts";
import { CrossIcon } from "../../ui/icons.tsx";
import { whenInWords } from "./when.ts";

const KINDS = { dataset: "Dataset", scenario: "Scenario", pack: "Pack" } as const;

function step(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const buttons = [...(event.currentTarget.closest("table")?.querySelectorAll<HTMLElement>("[data-open]") ?? [])];
  const now = buttons.indexOf(event.currentTarget);
  const next = buttons[now + (event.key === "ArrowDown" ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

export function Recent() {
  const recent = useApp((state) => state.recent);
  const busy = useApp((state) => state.busy);
  const actions = useActions();
  const [now] = useState(() => new Date());
  if (recent.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent-heading">
      <h2 id="recent-heading">Recent</h2>
      <table>
        <tbody>
          {recent.map((file) => (
            <tr key={file.handle}>
              <th scope="row">
                <button
                  type="button"
                  data-open=""
                  onKeyDown={step}
                  disabled={busy !== null}
                  onClick={() => void actions.openFile({ handle: file.handle, name: file.name, kind: file.kind })}
                >
                  {file.title}
                </button>
                <span className="sub">{file.detail === "" ? file.name : file.detail}</span>
              </th>
              <td>{KINDS[file.kind]}</td>
              <td className="num">
                <time dateTime={file.when}>{whenInWords(new Date(file.when), now)}</time>
              </td>
              <td className="num">
                <button
                  type="button"
                  className="btn icon"
                  aria-label={`Take ${file.title} off this list`}
                  title="Take off this list (the file stays)"
                  onClick={() => void actions.forgetRecent(file.handle)}
                >
                  <CrossIcon />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
