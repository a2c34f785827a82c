/** The footer: how far the figures can be trusted, and the keys at hand. */
import { useApp } from "../store/use-store.ts";
import { keyName } from "../ui/keyboard.ts";

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
