/**
 * Rules of talks: stacked alternating offers (SAOP, Aydoğan et al. 2017; SEMANTICS of this project). Sides act in turn;
 * the first may only offer or walk away, later ones offer, accept or walk away. An offer binds its side and releases
 * all others; agreement when every side is bound, also across a round's end. A delegation accepts when its own ballot
 * carries; if it fails, its spokesperson must offer or walk away. A mediator offers or holds and need not be bound. Where
 * the scenario says so, a round opens with news, and sides pull levers before they move.
 */
import type { Course, Phase, TalksSeat } from "./course.ts";
import { decided } from "./decision.ts";
import { choicesOf } from "./drafting.ts";
import { legalPulls, leverViolation } from "./levers.ts";
import type { Ended, Game, Move, ToMove, Vote } from "./move.ts";

/** The beat after the news, and of a round without any. */
export const opens = "turn";

export function enter(phase: Phase, game: Game): void {
  game.beat = phase.news > 0 ? "news" : opens;
  game.speakers = phase.principals.slice();
}

export function toMove(phase: Phase, game: Game): ToMove {
  if (game.beat === "council") return { who: "voters", parties: seatNow(phase, game).members };
  return { who: "speaker", party: game.speakers[game.turn]! };
}

export function seatNow(phase: Phase, game: Game): TalksSeat {
  return phase.seats[game.turn]!;
}

/** An offer stands that the side whose turn it is may accept. */
export function mayAccept(phase: Phase, game: Game): boolean {
  const { mediator } = seatNow(phase, game);
  return !mediator && !game.refused && game.bound !== null && !game.bound.includes(game.turn);
}

export function violation(course: Course, phase: Phase, game: Game, move: Move): string | undefined {
  if (move.type === "ballot") {
    return game.beat === "council"
      ? councilViolation(course, phase, game, move.votes)
      : "There is nothing to vote on now.";
  }
  if (game.beat !== "turn" || !("party" in move))
    return `It is not the time for ${move.type}: the beat is ${game.beat}.`;
  const { spokesperson, mediator } = seatNow(phase, game);
  if (move.party !== spokesperson)
    return `Party ${move.party} can't move now: it is party ${spokesperson}'s turn.`;
  switch (move.type) {
    case "lever":
      return leverViolation(course, game, move);
    case "offer":
      return offerViolation(course, phase, game, move.outcome);
    case "accept":
      if (mediator) return "A mediator proposes; it has nothing to accept.";
      if (game.refused) return "The delegation has just refused this offer in its own ballot.";
      return mayAccept(phase, game) ? undefined : "No offer of another side stands that could be accepted.";
    case "walkaway":
      return undefined;
    case "hold":
      return mediator ? undefined : "A side offers, accepts or walks away; only a mediator may hold.";
    default:
      return `In talks there is no ${move.type}.`;
  }
}

export function* legalMoves(course: Course, phase: Phase, game: Game): Generator<Move> {
  const { spokesperson: party, mediator, members } = seatNow(phase, game);
  if (game.beat === "council") {
    yield* councilBallots(course, members);
    return;
  }
  yield { type: "walkaway", party };
  yield* legalPulls(course, game, party);
  if (mediator) yield { type: "hold", party };
  if (mayAccept(phase, game)) yield { type: "accept", party };
  for (const outcome of outcomes(course, phase, game)) yield { type: "offer", party, outcome };
}

export function advance(phase: Phase, game: Game, move: Move): Ended | undefined {
  switch (move.type) {
    case "offer": {
      game.text = move.outcome.slice();
      const { mediator } = seatNow(phase, game);
      game.bound = mediator ? [] : [game.turn];
      return passTheTurn(phase, game);
    }
    case "accept":
      if (seatNow(phase, game).members.length > 1) {
        game.motion = { party: move.party, changes: [] };
        game.beat = "council";
        return undefined;
      }
      return bind(phase, game);
    case "ballot":
      game.motion = null;
      game.beat = "turn";
      if (decided(seatNow(phase, game).decision, choicesOf(move.votes))) return bind(phase, game);
      game.refused = true;
      return undefined;
    case "hold":
      return passTheTurn(phase, game);
    default:
      return resultOf(phase, game, "walkaway");
  }
}

function bind(phase: Phase, game: Game): Ended | undefined {
  game.bound = [...(game.bound ?? []), game.turn];
  const all = phase.seats.every((seat, side) => seat.mediator || game.bound!.includes(side));
  return all ? resultOf(phase, game, "agreement") : passTheTurn(phase, game);
}

function passTheTurn(phase: Phase, game: Game): Ended | undefined {
  game.refused = false;
  game.turn++;
  if (game.turn < phase.seats.length) return undefined;
  game.turn = 0;
  if (game.round === phase.rounds) return resultOf(phase, game, "deadline");
  game.round++;
  if (phase.news > 0) game.beat = "news";
  return undefined;
}

/** Without agreement the mandate stays as it was signed, reserved and ratified before, if these talks rest on one. */
function resultOf(phase: Phase, game: Game, end: Ended["end"]): Ended {
  const ended = { phase: game.phase, end, round: game.round };
  if (end === "agreement") {
    const signatories = phase.seats.filter((seat) => !seat.mediator).flatMap((seat) => seat.members);
    return {
      ...ended,
      outcome: game.text.slice(),
      signed: phase.decision.required.map((_, party) => signatories.includes(party)),
      reservations: [],
      unity: phase.unity,
    };
  }
  const before = phase.disagreement === undefined ? game.results.at(-1) : undefined;
  return {
    ...ended,
    outcome: game.inForce.slice(),
    signed: before?.signed ?? phase.decision.required.map(() => false),
    reservations: before?.reservations ?? [],
    unity: before?.unity ?? phase.unity,
    ...(before?.approved && { approved: before.approved }),
  };
}

function offerViolation(
  course: Course,
  phase: Phase,
  game: Game,
  outcome: readonly number[],
): string | undefined {
  const { counts } = course.table;
  if (outcome.length !== counts.length)
    return `An offer names an option for each of ${counts.length} issues.`;
  const open = phase.agenda[0]!;
  for (let issue = 0; issue < outcome.length; issue++) {
    const option = outcome[issue]!;
    if (!Number.isInteger(option) || option < 0 || option >= counts[issue]!)
      return `Issue ${issue} has no option ${option}.`;
    if (option !== game.inForce[issue] && !open.includes(issue))
      return `Issue ${issue} is not negotiated in these talks.`;
  }
  return undefined;
}

function councilViolation(
  course: Course,
  phase: Phase,
  game: Game,
  votes: readonly (Vote | null)[],
): string | undefined {
  if (votes.length !== course.parties) return `A ballot has one entry for each of ${course.parties} parties.`;
  const { members } = seatNow(phase, game);
  for (let party = 0; party < votes.length; party++) {
    const voted = (votes[party] ?? null) !== null;
    if (voted !== members.includes(party))
      return `Party ${party} ${voted ? "has no vote here" : "has not voted"}.`;
    if (votes[party]?.reservation !== undefined) return "In talks there are no reservations.";
  }
  return undefined;
}

/** Every outcome that differs from what is in force in negotiated issues only, first issue most significant. */
function* outcomes(course: Course, phase: Phase, game: Game): Generator<number[]> {
  const open = phase.agenda[0]!;
  const outcome = game.inForce.slice();
  function* fill(k: number): Generator<number[]> {
    if (k === open.length) {
      yield outcome.slice();
      return;
    }
    for (let option = 0; option < course.table.counts[open[k]!]!; option++) {
      outcome[open[k]!] = option;
      yield* fill(k + 1);
    }
  }
  yield* fill(0);
}

function* councilBallots(course: Course, members: readonly number[]): Generator<Move> {
  const votes: (Vote | null)[] = new Array(course.parties).fill(null);
  function* fill(k: number): Generator<Move> {
    if (k === members.length) {
      yield { type: "ballot", votes: votes.slice() };
      return;
    }
    for (const choice of ["for", "against", "abstain"] as const) {
      votes[members[k]!] = { choice };
      yield* fill(k + 1);
    }
  }
  yield* fill(0);
}
