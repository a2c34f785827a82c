/** The window: bar, messages, the screen, footer; and files dropped anywhere on it. */
import { type DragEvent, useState } from "react";
import { DatasetScreen } from "../features/dataset/dataset-screen.tsx";
import { HomeScreen } from "../features/home/home-screen.tsx";
import { WorkbenchScreen } from "../features/workbench/workbench-screen.tsx";
import { useActions, useApp } from "../store/use-store.ts";
import { AppBar } from "./app-bar.tsx";
import { Dialogs } from "./dialogs.tsx";
import { Footer } from "./footer.tsx";
import { Messages } from "./messages.tsx";
import { ProblemBoundary } from "./problem-boundary.tsx";

export function App() {
  const screen = useApp((state) => state.screen);
  const hasDocument = useApp((state) => state.document !== null);
  const shown = useApp((state) => state.run.shown);
  const actions = useActions();
  const [dropping, setDropping] = useState(false);
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setDropping(true);
  };
  return (
    <div
      className={dropping ? "app dropping" : "app"}
      onDragOver={over}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target || event.relatedTarget === null) setDropping(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setDropping(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined) void actions.openDropped(file);
      }}
    >
      <AppBar />
      <Messages />
      <ProblemBoundary attempt={`${screen} ${shown ?? ""}`} onHome={() => actions.go("home")}>
        {screen === "workbench" && hasDocument ? (
          <WorkbenchScreen />
        ) : screen === "data" && hasDocument ? (
          <DatasetScreen />
        ) : (
          <HomeScreen />
        )}
      </ProblemBoundary>
      <Footer />
      <Dialogs />
    </div>
  );
}
