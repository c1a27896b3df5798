/**
 * Rules of ratification: one move of chance says whose body at home approved what was signed last. The text stays what
 * it is; its binding force counts by the share that approved (`world/aftermath.ts`). The chances are the world's.
 */
import type { Course, Phase, Ratification } from "./course.ts";
import type { Ended, Game, GameIn, Move } from "./move.ts";
import type { Rules } from "./protocol.ts";

type RatificationGame = GameIn<"ratification">;

export const ratification: Rules<"ratification"> = {
  enter: ({ eventful }) => ({ protocol: "ratification", beat: eventful ? "news" : "ratification" }),
  afterNews: () => ({ protocol: "ratification", beat: "ratification" }),
  toMove: () => ({ who: "chance" }),
  legalMoves,
  violation,
  voteViolation: () => "Nobody at the table votes while the text is with the parliaments.",
  ruleNow: () => undefined,
  advance,
};

/** Parties whose bodies decide: those with a body that signed the last result. */
export function deciding(phase: Phase, { results }: Game): readonly number[] {
  const last = results.at(-1);
  return last?.end === "agreement" ? phase.parties.filter((party) => last.signed[party]) : [];
}

function violation(
  course: Course,
  phase: Ratification,
  game: RatificationGame,
  move: Move,
): string | undefined {
  if (move.type !== "ratify") return `It is not the time for ${move.type}: the text is with the parliaments.`;
  if (move.approved.length !== course.parties)
    return `There is one entry for each of ${course.parties} parties.`;
  const bodies = deciding(phase, game);
  const wrong = move.approved.findIndex((approved, party) => (approved !== null) !== bodies.includes(party));
  return wrong < 0
    ? undefined
    : `Party ${wrong} ${bodies.includes(wrong) ? "has to decide" : "has nothing to ratify"}.`;
}

function* legalMoves(course: Course, phase: Ratification, game: RatificationGame): Generator<Move> {
  const bodies = deciding(phase, game);
  const approved: (boolean | null)[] = new Array(course.parties).fill(null);
  function* fill(k: number): Generator<Move> {
    if (k === bodies.length) {
      yield { type: "ratify", approved: approved.slice() };
      return;
    }
    for (const yes of [true, false]) {
      approved[bodies[k]!] = yes;
      yield* fill(k + 1);
    }
  }
  yield* fill(0);
}

function advance(_: Ratification, game: RatificationGame, move: Move): Ended {
  const last = game.results.at(-1);
  const approved = move.type === "ratify" ? move.approved : [];
  return {
    phase: game.phase,
    end: last?.end ?? "deadline",
    round: 1,
    outcome: last?.outcome.slice() ?? game.inForce.slice(),
    signed: last?.signed ?? approved.map(() => false),
    reservations: last?.reservations ?? [],
    unity: last?.unity ?? 1,
    approved,
  };
}
