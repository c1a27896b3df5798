/**
 * Rules of ratification: one move of chance says whose body at home approved what was signed last. The text stays what
 * it is; its binding force counts by the share that approved (`world/aftermath.ts`). The chances are the world's.
 */
import type { Course, Phase } from "./course.ts";
import type { Ended, Game, Move, ToMove } from "./move.ts";

/** The beat after the news, and without any. */
export const opens = "ratification";

export function enter(phase: Phase, game: Game): void {
  game.beat = phase.news > 0 ? "news" : opens;
}

export function toMove(): ToMove {
  return { who: "chance" };
}

/** Parties whose bodies decide: those with a body that signed the last result. */
export function deciding(phase: Phase, game: Game): readonly number[] {
  const last = game.results.at(-1);
  return last?.end === "agreement" ? phase.parties.filter((party) => last.signed[party]) : [];
}

export function violation(course: Course, phase: Phase, game: Game, move: Move): string | undefined {
  if (move.type !== "ratify") return `It is not the time for ${move.type}: the text is with the parliaments.`;
  if (move.approved.length !== course.parties)
    return `There is one entry for each of ${course.parties} parties.`;
  const bodies = deciding(phase, game);
  const wrong = move.approved.findIndex((approved, party) => (approved !== null) !== bodies.includes(party));
  return wrong < 0
    ? undefined
    : `Party ${wrong} ${bodies.includes(wrong) ? "has to decide" : "has nothing to ratify"}.`;
}

export function* legalMoves(course: Course, phase: Phase, game: Game): Generator<Move> {
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

export function advance(phase: Phase, game: Game, move: Move): Ended {
  const last = game.results.at(-1);
  return {
    phase: game.phase,
    end: last?.end ?? "deadline",
    round: 1,
    outcome: last?.outcome.slice() ?? game.inForce.slice(),
    signed: last?.signed ?? phase.decision.required.map(() => false),
    reservations: last?.reservations ?? [],
    unity: last?.unity ?? phase.unity,
    ...(move.type === "ratify" && { approved: move.approved }),
  };
}
