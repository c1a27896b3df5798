/**
 * Does what its script says for a round and otherwise nothing: pulls a lever at its first target, amends once when it
 * has the floor, and gives its scripted vote on the text; on amendments of others it abstains. For tests, demonstrations
 * and controlled experiments. A script that names what the scenario does not have throws RangeError at once, not in the
 * middle of a game.
 */
import { z } from "zod";
import { CHOICES } from "../protocol/decision.ts";
import { targetsOf } from "../protocol/levers.ts";
import type { Change, Move } from "../protocol/move.ts";
import { type Add, checkOutcome, type Names, unknown } from "../scenario/checks/references.ts";
import { issueIndexIn, optionIndex } from "../scenario/outcome.ts";
import type { Path } from "../scenario/problem.ts";
import { BOUNDS, ID } from "../scenario/schema.ts";
import type { Observation } from "../seat/observation.ts";
import type { PublicScenario } from "../seat/public.ts";
import { type Agent, strategy } from "./agent.ts";

const name = z.string().regex(ID);
const script = z
  .array(
    z.strictObject({
      round: z.int().min(1).max(BOUNDS.rounds),
      lever: name.optional().describe("Pulled first, aimed at the first target allowed."),
      amend: z.record(name, name).optional(),
      adopt: z.enum(CHOICES).optional(),
    }),
  )
  .max(BOUNDS.rounds)
  .optional()
  .describe("What it does, round by round.");
export type Script = NonNullable<z.output<typeof script>>;

export const scripted = strategy({ script }, scriptedAgent, checkScript);

function scriptedAgent(parameters: { script?: Script | undefined }, { issues }: PublicScenario): Agent {
  const changesOf = (amend: Readonly<Record<string, string>> = {}): Change[] =>
    Object.entries(amend).map(([id, option]): Change => {
      const index = issueIndexIn(issues, id);
      return [index, optionIndex(issues[index]!, option)];
    });
  const lines = new Map(
    (parameters.script ?? []).map(({ round, lever, amend, adopt }) => [
      round,
      { lever, changes: changesOf(amend), adopt },
    ]),
  );
  return {
    speak: (observation) => {
      const { seat, round, text, open } = observation;
      const pull = scriptedPull(observation, lines.get(round)?.lever);
      if (pull !== undefined) return pull;
      const changes = (lines.get(round)?.changes ?? []).filter(
        ([issue, option]) => open.includes(issue) && text[issue] !== option,
      );
      return changes.length === 0
        ? { type: "hold", party: seat.party }
        : { type: "amend", party: seat.party, changes };
    },
    bargain: (observation) => {
      const { seat, round, text, open, inForce, mayAccept } = observation;
      const line = lines.get(round);
      const pull = scriptedPull(observation, line?.lever);
      if (pull !== undefined) return pull;
      if (mayAccept && line?.adopt === "for") return { type: "accept", party: seat.party };
      const outcome = (mayAccept ? text : inForce).slice();
      for (const [issue, option] of line?.changes ?? []) if (open.includes(issue)) outcome[issue] = option;
      return { type: "offer", party: seat.party, outcome };
    },
    vote: ({ seat, beat, round, motion }) => {
      if (beat !== "ballot") return { choice: lines.get(round)?.adopt ?? "abstain" };
      return { choice: motion?.party === seat.party ? "for" : "abstain" };
    },
  };
}

/** What the script names must be there, and an amendment must be possible. */
function checkScript(
  { script = [] }: { script?: Script | undefined },
  names: Names,
  at: Path,
  add: Add,
): void {
  script.forEach(({ round, lever, amend = {} }, l) => {
    const line = [...at, "script", l];
    if (script.findIndex((other) => other.round === round) < l)
      add("duplicate-id", [...line, "round"], `Round ${round} stands twice in this script. Join its lines.`);
    if (lever !== undefined && !names.levers.has(lever))
      add("unknown-lever", [...line, "lever"], unknown("lever", lever, names.levers, "Add it to `levers`."));
    checkOutcome(amend, [...line, "amend"], names, add);
    const changes = Object.keys(amend).length;
    if (changes > names.changes) {
      const message = `${changes} issues are changed here; an amendment changes at most ${names.changes}.`;
      add("too-many", [...line, "amend"], `${message} Spread them over rounds.`);
    }
  });
}

/** Undefined when the script names no lever for this round, or one that can't be pulled (again) now. */
function scriptedPull(
  { seat, course, levers }: Observation,
  id: string | undefined,
): Extract<Move, { type: "lever" }> | undefined {
  const lever = levers.find((index) => course.cards[index]!.id === id);
  if (lever === undefined) return undefined;
  return { type: "lever", party: seat.party, lever, target: targetsOf(course, lever, seat.party)[0]! };
}
