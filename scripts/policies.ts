/**
 * Fixed ways to play a seat in drafting, to hold the default agent against: what they gain shows whether play pays, and whether
 * something plain beats the default. All vote on motions for what keeps more of their limits or is worth more to them.
 */
import { z } from "zod";
import { type Strategy, strategy } from "../src/agents/agent.ts";
import { meets } from "../src/exact.ts";
import { amended } from "../src/protocol/drafting.ts";
import type { Change, Vote } from "../src/protocol/move.ts";
import { brokenLimits, countBroken, utility } from "../src/scenario/preference.ts";
import { reasonOfLimit } from "../src/seat/objection.ts";
import type { Observation } from "../src/seat/observation.ts";

const PARAMETERS = {
  /** Signs whatever is on the table, what is rational to it, or that in the last round only. */
  signs: z.enum(["always", "rational", "late"]).default("rational"),
  /** Names the limit that a text breaks when it votes against it, as the screen does for a person. */
  explains: z.boolean().default(false),
  /** Proposes what it wants most of what is open, or nothing. */
  proposes: z.boolean().default(false),
};

/** A person who plays by a rule. */
export const person: Strategy = strategy(
  PARAMETERS,
  ({ signs = "rational", explains = false, proposes = false }) => ({
    speak: (observation) => {
      const changes = proposes ? wanted(observation) : [];
      const { party } = observation.seat;
      return changes.length > 0 ? { type: "amend", party, changes } : { type: "hold", party };
    },
    bargain: ({ seat, inForce }) => ({ type: "offer", party: seat.party, outcome: inForce }),
    vote: (observation) => {
      if (observation.beat === "ballot") return onMotion(observation);
      const { seat, text, round, phase } = observation;
      const [broken] = brokenLimits(seat.preference, text);
      const early = signs === "late" && round < phase.rounds;
      const rational = broken === undefined && meets(utility(seat.preference, text), seat.reservationValue);
      if (signs === "always" || (rational && !early)) return { choice: "for" };
      const reason = explains && broken && reasonOfLimit(observation, broken, text);
      return { choice: "against", ...(reason && { reason }) };
    },
  }),
);

function onMotion({ seat, text, motion }: Observation): Vote {
  const { preference } = seat;
  const next = amended(text, motion!.changes);
  const mended = brokenLimits(preference, text).length - countBroken(preference, next);
  const better = mended || utility(preference, next) - utility(preference, text);
  return { choice: better > 0 ? "for" : better < 0 ? "against" : "abstain" };
}

/** The first open issues on which its best outcome differs from the text, as many as one amendment may change. */
function wanted({ seat, text, open, phase }: Observation): readonly Change[] {
  const most = "changes" in phase ? phase.changes : 0;
  return open
    .filter((issue) => seat.best.outcome[issue] !== text[issue])
    .slice(0, most)
    .map((issue): Change => [issue, seat.best.outcome[issue]!]);
}

/** By name, the parameters of each. */
export const POLICIES = {
  "holds, votes for": { signs: "always" },
  "holds, signs what is rational": { signs: "rational" },
  "holds, signs in the last round": { signs: "late" },
  "own ideal each round": { signs: "rational", proposes: true },
} as const;
