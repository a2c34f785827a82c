import type * as electron from "electron";
import { createEngineHost, type EngineHost } from "./engine-host.ts";
import { engineEnvironment } from "./engine-environment.ts";

interface EngineContext {
  readonly utilityProcess: Pick<typeof electron.utilityProcess, "fork">;
  readonly MessageChannelMain: typeof electron.MessageChannelMain;
  readonly app: Pick<electron.App, "getPath" | "on">;
  /** The bundled entry of the engine's process. */
  readonly entry: string;
  readonly tell: (message: electron.MessageBoxOptions) => void;
}

/** Starts the engine in a process of its own, with the little of our environment that it needs. */
export function setUpEngine(context: EngineContext): EngineHost<electron.MessagePortMain> {
  const { app, tell } = context;
  const host = createEngineHost<electron.MessagePortMain>({
    fork: () =>
      context.utilityProcess.fork(context.entry, [], {
        serviceName: "Careshift engine",
        env: engineEnvironment(process.env),
        execArgv: [],
        stdio: "inherit",
      }),
    createChannel: () => new context.MessageChannelMain(),
    folders: { stateFolder: app.getPath("userData"), documentsFolder: app.getPath("documents") },
    onEnded: ({ code, again }) => tell(again ? engineStartedAgain(code) : engineStaysStopped(code)),
    onFault: (message) => console.error(message),
    now: () => performance.now(),
  });
  app.on("will-quit", () => host.stop());
  host.start();
  return host;
}

function engineStartedAgain(code: number): electron.MessageBoxOptions {
  return {
    type: "warning",
    message: "The engine stopped unexpectedly and was started again.",
    detail: `Your scenario is as you left it and is being worked out again; save it to be sure. (Exit code ${code}.)`,
    buttons: ["OK"],
    noLink: true,
  };
}

function engineStaysStopped(code: number): electron.MessageBoxOptions {
  return {
    type: "error",
    message: "The engine has stopped three times within a minute and was not started again.",
    detail: `Files are as they were last saved. Close Careshift and open it again; if it happens again, try another dataset. (Exit code ${code}.)`,
    buttons: ["OK"],
    noLink: true,
  };
}
