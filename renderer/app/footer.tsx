/** The footer: how far the figures can be trusted, and the keys at hand. */
import { useSyncExternalStore } from "react";
import { currentScenario } from "../store/state.ts";
import { useApp } from "../store/use-store.ts";
import { keyName } from "../ui/keyboard.ts";
import { onPrinting, printingSince } from "../ui/printing.ts";

export function Footer() {
  const screen = useApp((state) => state.screen);
  const illustrative = useApp(
    (state) => state.document?.dataset.provenance.some(({ standing }) => standing === "illustrative") ?? false,
  );
  const hints: readonly (readonly [string, string])[] =
    screen === "workbench"
      ? [
          ["T", "table"],
          ["F6", "next part"],
          [keyName("Ctrl Z"), "undo"],
          ["?", "keys"],
        ]
      : [
          [keyName("Ctrl O"), "open"],
          ["?", "keys"],
        ];
  return (
    <footer className="foot">
      {screen === "home" ? (
        <span>No account, no server. Everything stays on this computer.</span>
      ) : (
        <>
          {illustrative && <b>Illustrative figures.</b>}
          <span>
            {illustrative && "Parts of this dataset were made up for the example: see Data and sources. "}
            Central values, no range yet.
          </span>
        </>
      )}
      <PrintedWith />
      <span className="end">
        {hints.map(([key, what]) => (
          <span key={key}>
            <kbd>{key}</kbd> {what}
          </span>
        ))}
      </span>
    </footer>
  );
}

/** On paper: what the figures are of, so that they can be found again. */
function PrintedWith() {
  const when = useSyncExternalStore(onPrinting, printingSince);
  const dataset = useApp((state) => state.document?.dataset ?? null);
  const title = useApp((state) => currentScenario(state)?.title ?? "");
  if (when === null || dataset === null) return null;
  const date = when.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return (
    <span className="print-only">
      <b>{title}</b>, on {dataset.title} (data {dataset.hash}). Printed {date}.
    </span>
  );
}
