/** The command line: what can be asked, in what words, and the code that each ending has. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { EngineProblem, PROGRAM_VERSION, readEngineError } from "../engine/index.ts";
import { assumptions } from "./commands/assumptions.ts";
import { check } from "./commands/check.ts";
import { explain } from "./commands/explain.ts";
import { formula } from "./commands/formula.ts";
import { CommandProblem } from "./commands/problem.ts";
import { run } from "./commands/run.ts";
import type { RunOptions } from "./commands/run.ts";
import { serve } from "./commands/serve.ts";
import { start } from "./commands/start.ts";
import { verify } from "./commands/verify.ts";
import { addTarget, drawCount, POINTS, seedNumber, threadCount } from "./draw-arguments.ts";
import type { Io } from "./io.ts";

/** Options of run that mean something with --draws only. */
const WITH_DRAWS = [
  "seed",
  "points",
  "threads",
  "targets",
  "chance",
  "against",
] as const satisfies readonly (keyof RunOptions)[];

const DONE = 0;
const WRONG_INPUT = 1;
const WRONG_USAGE = 2;

/** Runs one command; gives its exit code: 0 done, 1 the input is wrong (message on stderr), 2 wrong usage. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = DONE;
  const program = describe(io, async (command) => {
    code = await command();
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
    io.err(`${messageOf(error)}\n`);
    return WRONG_INPUT;
  }
}

function messageOf(error: unknown): string {
  // What the host is asked for directly fails with its own error; a call of the contract carries it as data.
  const told = error instanceof CommandProblem || error instanceof EngineProblem;
  return told ? error.message : readEngineError(error).message;
}

function describe(io: Io, perform: (command: () => Promise<number>) => Promise<void>): Command {
  const program = new Command("careshift")
    .description(
      "Shift money from hospital to community services, and see what it does to admissions, bed days and costs.",
    )
    .version(PROGRAM_VERSION, "--version", "print the version")
    .helpOption("--help", "print this help")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError("(add --help for what can be given)");

  const command = (usage: string, summary: string): Command =>
    program.command(usage).description(summary).helpOption("--help", "print this help").allowExcessArguments(false);

  command("run", "Run a scenario and print its results. Without one, the bundled example is run.")
    .argument("[SCENARIO]", "a scenario (.scenario.json) or a pack (.careshift)")
    .option("--data <PATH>", "the dataset it was made on: a folder, a .zip or an Arrow file")
    .option("--out <FILE.careshift>", "also write a pack with data, scenario and results", packName)
    .option("--json", "print the results as one JSON document")
    .option("--draws <N>", "also draw the uncertain assumptions N times, and print ranges", drawCount)
    .option("--seed <N>", "with --draws: the seed, in place of the scenario's", seedNumber)
    .addOption(new Option("--points <KIND>", "with --draws: how points are spread").choices(POINTS))
    .option("--threads <N>", "with --draws: threads that share them; the results are the same", threadCount)
    .option("--targets <TARGET>", "with --draws: FORMULA >= VALUE or FORMULA <= VALUE; may be repeated", addTarget)
    .option("--chance", "with --draws: also admissions and bed days with chance variation")
    .option("--against <OTHER>", "with --draws: also the difference from this scenario, draw by draw")
    .addHelpText(
      "after",
      examples(
        "careshift run",
        "careshift run plan.scenario.json --data ./grampian",
        "careshift run plan.scenario.json --json > results.json",
        "careshift run plan.scenario.json --out plan.careshift",
        "careshift run --draws 5000 --targets 'bedDaysSaved[year = \"2030/31\"] >= 20000'",
        "careshift run plan.scenario.json --draws 5000 --against other.scenario.json",
      ),
    )
    .action((file: string | undefined, options: RunOptions, command: Command) => {
      const alone = WITH_DRAWS.find((name) => options[name] !== undefined && options.draws === undefined);
      if (alone !== undefined) command.error(`error: --${alone} says how to draw. Give --draws with it.`);
      return perform(() => run(io, file, options));
    });

  command("check", "Say what a dataset, scenario or pack holds, or what is wrong with it.")
    .argument("<PATH>", "a dataset (folder, .zip or Arrow file), a scenario or a pack")
    .option("--data <PATH>", "the dataset that a scenario was made on")
    .addHelpText(
      "after",
      examples("careshift check ./grampian", "careshift check plan.scenario.json --data ./grampian"),
    )
    .action((file: string, options: { data?: string }) => perform(() => check(io, file, options)));

  command("formula", "Work out one formula, over the figures of a dataset with nothing moved.")
    .argument("<EXPR>", "the formula, in quotes; - reads it from standard input")
    .option("--data <PATH>", "the dataset to read figures from; the bundled example when left out")
    .option("--json", "print the value as one JSON document")
    // What begins with a minus may be a formula: "-2 + 3".
    .allowUnknownOption()
    .addHelpText(
      "after",
      examples(
        "careshift formula '100 * (1 + 2%) * (1 + 3%)'",
        "careshift formula 'sum(population, age, sex)[year = \"2026/27\"]'",
        "careshift formula 'days(year)' --data ./grampian --json",
      ),
    )
    .action((text: string, options: { data?: string; json?: true }) =>
      perform(() => formula(io, text, { ...options, json: options.json === true })),
    );

  command("verify", "Compute a pack's results again and compare them with those in it.")
    .argument("<PACK>", "a pack (.careshift)")
    .addHelpText("after", examples("careshift verify plan.careshift"))
    .action((file: string) => perform(() => verify(io, file)));

  command("explain", "Say what a run will do, and what a variable's formula says. Nothing is computed.")
    .argument("[SCENARIO]", "a scenario (.scenario.json) or a pack (.careshift); the bundled example without one")
    .option("--data <PATH>", "the dataset it was made on: a folder, a .zip or an Arrow file")
    .option("--variable <ID>", "only what this variable needs, with its formula in words")
    .option("--json", "print the plan as one JSON document")
    .addHelpText("after", examples("careshift explain", "careshift explain --variable bedsNeeded"))
    .action((file: string | undefined, options: { data?: string; variable?: string; json?: true }) =>
      perform(() => explain(io, file, { ...options, json: options.json === true })),
    );

  command("assumptions", "List every number that a run rests on: value, range, source, and who set it.")
    .argument("[SCENARIO]", "a scenario or a pack; the bundled example when left out")
    .option("--data <PATH>", "the dataset it was made on: a folder, a .zip or an Arrow file")
    .option("--against <OTHER>", "say in words how the numbers of this scenario differ from it")
    .option("--json", "print the register as one JSON document")
    .addHelpText(
      "after",
      examples("careshift assumptions", "careshift assumptions plan.careshift --against other.careshift"),
    )
    .action((file: string | undefined, options: { data?: string; against?: string; json?: true }) =>
      perform(() => assumptions(io, file, { ...options, json: options.json === true })),
    );

  command("serve", "Show the window in a browser, for this machine alone.")
    .option("--port <N>", "the port of 127.0.0.1 to use; any free one when left out", portNumber, 0)
    .option("--no-open", "only print the address")
    .option("--folder <PATH>", "where scenarios and packs are saved")
    .addHelpText("after", examples("careshift serve", "careshift serve --port 4000 --no-open"))
    .action((options: { port: number; open: boolean; folder?: string }) => perform(() => serve(io, options)));

  command("start", "Open the window: in Electron where it can be had, else in a browser.")
    .addHelpText("after", examples("careshift start"))
    .action(() => perform(() => start(io)));

  return program;
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}\n\nEnds with 0 when done, 1 when the input is wrong, 2 when the command is.`;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError("A port is a whole number from 1 to 65535, or 0 for any free one.");
}

function packName(text: string): string {
  if (text.toLowerCase().endsWith(".careshift")) return text;
  throw new InvalidArgumentError("The name of a pack ends in .careshift.");
}
