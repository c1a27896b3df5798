/**
 * The command line: validate, simulate, replay, aftermath, show, serve. Exit codes: 0 fine, 1 the input is bad or the
 * output can't be written, 2 the call is wrong, 130 interrupted. Results go to standard output, everything about the way there to
 * standard error.
 */
import { Command, CommanderError, Option } from "commander";
import { ENGINE } from "../protocol/transcript.ts";
import { aftermathFile } from "./aftermath.ts";
import { InputError } from "./files.ts";
import { MOST_FUTURES, MOST_GAMES, MOST_PORT, MOST_SEED, MOST_WORKERS, wholeNumber } from "./numbers.ts";
import { endWithStreams, said, tell } from "./output.ts";
import { ACT_LIMIT, seconds } from "./ownAgents.ts";
import { replayRun } from "./replay.ts";
import { serve } from "./serve.ts";
import { show } from "./show.ts";
import { simulateFile } from "./simulate.ts";
import { validate } from "./validate.ts";

endWithStreams();

const program = new Command("parley")
  .description("Negotiation simulation: check, play and replay scenario files.")
  .version(ENGINE)
  .exitOverride()
  .configureOutput(said)
  .showHelpAfterError("(add --help for the options)");

program
  .command("validate")
  .description("check scenario files and report every problem with its line and how to mend it")
  .argument("<files...>", "scenario files, or names of bundled scenarios")
  .option("--strict", "fail on warnings, too")
  .option("--json", "print problems, warnings and ranges of utility as JSON")
  .action(validate);

program
  .command("simulate")
  .description("play a scenario many times with agents in every seat")
  .argument("<file>", "scenario file, or the name of a bundled scenario, such as paris-2026")
  .option("-n, --games <n>", "number of games", wholeNumber(1, MOST_GAMES), 100)
  .option("-s, --seed <n>", "seed of the run", wholeNumber(0, MOST_SEED), 1)
  .option("-l, --line-up <seats>", "seat=agent[:parameter=value…], comma-separated", "")
  .option("-a, --agents <module>", "file that exports strategies of your own, which the line-up may name")
  .option("--act-limit <seconds>", "time that one of their answers may take", seconds, ACT_LIMIT)
  .option("-w, --workers <n>", "worker threads at most; 0 plays in this one", wholeNumber(0, MOST_WORKERS), 0)
  .option("-u, --until <phase>", "leave each game after this phase; the whole course without it")
  .addOption(
    new Option(
      "--types <how>",
      "numbers that the scenario states as ranges: drawn for each game, or as in the file",
    )
      .choices(["drawn", "fixed"])
      .default("drawn"),
  )
  .option("--json", "print one JSON object instead of a table")
  .option(
    "-o, --out <file>",
    "write one row a game (NDJSON) as games end; with - to standard output, and the summary to standard error",
  )
  .option(
    "--resume",
    "continue the file of --out where the same command left it; begin it if it is not there",
  )
  .option("--force", "replace the file of --out and run files that are there")
  .option(
    "-f, --futures <n>",
    "futures a game for the aftermath in rows and summary",
    wholeNumber(0, MOST_FUTURES),
  )
  .option("-t, --transcripts <folder>", "write the run file of each game")
  .action(simulateFile);

program
  .command("replay")
  .description("play a run file again and tell what happened")
  .argument("<run>", "run file")
  .option("--scenario <file>", "scenario file, where it is not one of the bundled ones")
  .option("--carried", "use the scenario that the run file carries")
  .option("--check", "ask agents and chance again, and name the first move that they would not have made")
  .option(
    "-a, --agents <module>",
    "strategies of your own that the run was made with, for its scenario and --check",
  )
  .option("--act-limit <seconds>", "time that one of their answers may take", seconds, ACT_LIMIT)
  .option("--json", "print the result as JSON")
  .action(replayRun);

program
  .command("aftermath")
  .description("ask whether a text holds: a fan of futures in this model, with switches")
  .argument("<file>", "run file, or scenario file with --outcome")
  .option("--scenario <file>", "scenario of the run, where it is not a bundled one")
  .option("--carried", "use the scenario that the run file carries")
  .option("-a, --agents <module>", "strategies of your own that the scenario names")
  .option("--outcome <issue=option,…>", "changes to the opening text, or the word history")
  .option("--switch <name=value,…>", "an assumption or an issue changed; may be repeated", gathered, [])
  .option("-s, --seed <n>", "seed of the futures", wholeNumber(0, MOST_SEED), 1)
  .option("-r, --runs <n>", "number of futures", wholeNumber(1, MOST_FUTURES), 1000)
  .option("--json", "print JSON instead of a table")
  .action(aftermathFile);

program
  .command("show")
  .description("print a scenario as a readable brief")
  .argument("<file>", "scenario file, or the name of a bundled scenario, such as paris-2026")
  .option("-p, --party <id>", "with the confidential brief of this party")
  .option("--reveal", "with what players learn at the end, and the note for teachers")
  .action(show);

program
  .command("serve")
  .description("show the game in the browser, from this computer and without the network")
  .option(
    "-p, --port <n>",
    "port; without it 4173, or a free one where that is taken",
    wholeNumber(0, MOST_PORT),
  )
  .option("--host <address>", "0.0.0.0 lets everybody in the same network open it", "127.0.0.1")
  .action(serve);

/** Parser of an option that may be repeated. */
function gathered(written: string, before: readonly string[]): string[] {
  return [...before, written];
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof InputError) {
    tell(error.message);
    process.exitCode = error.exitCode;
  } else {
    tell(`A fault of the program: ${error instanceof Error ? error.stack : String(error)}`);
    process.exitCode = 1;
  }
}
