/**
 * Rules of talks: stacked alternating offers (SAOP, Aydoğan et al. 2017; SEMANTICS of this project). Sides act in turn;
 * the first may only offer or walk away, later ones offer, accept or walk away. An offer binds its side and releases
 * all others; agreement when every side is bound, also across a round's end. A delegation accepts when its own ballot
 * carries; if it fails, its spokesperson must offer or walk away. A mediator offers or holds and need not be bound. Where
 * the scenario says so, a round opens with news, and sides pull levers before they move.
 */
import { ballotsOf, ballotViolation, choicesOf } from "./ballot.ts";
import type { Course, Phase, Talks, TalksSeat } from "./course.ts";
import { CHOICES, decided } from "./decision.ts";
import { legalPulls, leverViolation } from "./levers.ts";
import type { Ended, Game, GameIn, Move, TalksPlay, ToMove, Vote } from "./move.ts";
import type { Rules } from "./protocol.ts";

type TalksGame = GameIn<"talks">;

export const talks: Rules<"talks"> = {
  enter: ({ news }) => ({
    protocol: "talks",
    beat: news > 0 ? "news" : "turn",
    turn: 0,
    bound: null,
    refused: false,
  }),
  afterNews: ({ play }) => ({ ...play, beat: "turn" }),
  toMove,
  legalMoves,
  violation,
  voteViolation,
  ruleNow: (phase, game) => councilNow(phase, game)?.decision,
  advance,
};

function toMove(phase: Talks, { play }: TalksGame): ToMove {
  const { members, spokesperson } = seatNow(phase, play);
  return play.beat === "council"
    ? { who: "voters", parties: members }
    : { who: "speaker", party: spokesperson };
}

function seatNow(phase: Talks, { turn }: TalksPlay): TalksSeat {
  return phase.seats[turn]!;
}

/** All members of those sides. */
export function boundParties(phase: Phase, game: Game): readonly number[] {
  const bound = boundNow(phase, game) ?? [];
  return phase.protocol === "talks" ? bound.flatMap((side) => phase.seats[side]!.members) : [];
}

/** The delegation that votes on the standing offer, if one does. */
export function councilNow(phase: Phase, { play }: Game): TalksSeat | undefined {
  return phase.protocol === "talks" && play.beat === "council" ? seatNow(phase, play) : undefined;
}

/** An offer stands that the side whose turn it is may accept; never outside talks. */
export function mayAccept(phase: Phase, { play }: Game): boolean {
  if (phase.protocol !== "talks" || play.protocol !== "talks" || play.beat !== "turn") return false;
  const { mediator } = seatNow(phase, play);
  return !mediator && !play.refused && offeredByOthers(play);
}

/** An offer stands to which the side whose turn it is is not bound. */
export function offeredByOthers({ bound, turn }: TalksPlay): boolean {
  return bound !== null && !bound.includes(turn);
}

/** Sides bound to the offer that stands, or that was agreed, as seat indices; undefined where there is none. */
export function boundNow(phase: Phase, { play, results }: Game): readonly number[] | undefined {
  if (phase.protocol !== "talks") return undefined;
  if (play.protocol === "talks") return play.bound ?? undefined;
  if (results.at(-1)?.end !== "agreement") return undefined;
  return phase.seats.flatMap(({ mediator }, side) => (mediator ? [] : [side]));
}

function violation(course: Course, phase: Talks, game: TalksGame, move: Move): string | undefined {
  const { play } = game;
  const { spokesperson, mediator, members } = seatNow(phase, play);
  if (move.type === "ballot") {
    return play.beat === "council"
      ? ballotViolation(course.parties, members, move.votes, (_, vote) => voteViolation(vote))
      : "There is nothing to vote on now.";
  }
  if (play.beat !== "turn" || !("party" in move))
    return `It is not the time for ${move.type}: the beat is ${play.beat}.`;
  if (move.party !== spokesperson)
    return `Party ${move.party} can't move now: it is party ${spokesperson}'s turn.`;
  switch (move.type) {
    case "lever":
      return leverViolation(course, game, move);
    case "offer":
      return offerViolation(course, phase, game, move.outcome);
    case "accept":
      if (mediator) return "A mediator proposes; it has nothing to accept.";
      if (play.refused) return "The delegation has just refused this offer in its own ballot.";
      return mayAccept(phase, game) ? undefined : "No offer of another side stands that could be accepted.";
    case "walkaway":
      return undefined;
    case "hold":
      return mediator ? undefined : "A side offers, accepts or walks away; only a mediator may hold.";
    default:
      return `In talks there is no ${move.type}.`;
  }
}

function voteViolation(vote: Vote): string | undefined {
  if (!CHOICES.includes(vote.choice)) return `A vote is for, against or abstain, not "${vote.choice}".`;
  return vote.reservation === undefined ? undefined : "In talks there are no reservations.";
}

function* legalMoves(course: Course, phase: Talks, game: TalksGame): Generator<Move> {
  const { spokesperson: party, mediator, members } = seatNow(phase, game.play);
  if (game.play.beat === "council") {
    yield* ballotsOf(course.parties, members, () => CHOICES.map((choice) => ({ choice })));
    return;
  }
  yield { type: "walkaway", party };
  yield* legalPulls(course, game, party);
  if (mediator) yield { type: "hold", party };
  if (mayAccept(phase, game)) yield { type: "accept", party };
  for (const outcome of outcomes(course, phase, game)) yield { type: "offer", party, outcome };
}

function advance(phase: Talks, game: TalksGame, move: Move): Ended | undefined {
  const { play } = game;
  const { mediator, members, decision } = seatNow(phase, play);
  switch (move.type) {
    case "offer":
      game.text = move.outcome.slice();
      play.bound = mediator ? [] : [play.turn];
      return passTheTurn(phase, game);
    case "accept":
      if (members.length === 1) return bind(phase, game);
      play.beat = "council";
      return undefined;
    case "ballot":
      play.beat = "turn";
      if (decided(decision, choicesOf(move.votes))) return bind(phase, game);
      play.refused = true;
      return undefined;
    case "hold":
      return passTheTurn(phase, game);
    default:
      return resultOf(phase, game, "walkaway");
  }
}

function bind(phase: Talks, game: TalksGame): Ended | undefined {
  const bound = [...(game.play.bound ?? []), game.play.turn];
  game.play.bound = bound;
  const all = phase.seats.every((seat, side) => seat.mediator || bound.includes(side));
  return all ? resultOf(phase, game, "agreement") : passTheTurn(phase, game);
}

function passTheTurn(phase: Talks, game: TalksGame): Ended | undefined {
  const { play } = game;
  play.refused = false;
  play.turn++;
  if (play.turn < phase.seats.length) return undefined;
  play.turn = 0;
  if (game.round === phase.rounds) return resultOf(phase, game, "deadline");
  game.round++;
  if (phase.eventful) play.beat = "news";
  return undefined;
}

/** Without agreement the mandate stays as it was signed, reserved and ratified before, if these talks rest on one. */
function resultOf(phase: Talks, game: Game, end: Ended["end"]): Ended {
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
  phase: Talks,
  game: Game,
  outcome: readonly number[],
): string | undefined {
  const { counts } = course.table;
  if (outcome.length !== counts.length)
    return `An offer names an option for each of ${counts.length} issues.`;
  for (let issue = 0; issue < outcome.length; issue++) {
    const option = outcome[issue]!;
    if (!Number.isInteger(option) || option < 0 || option >= counts[issue]!)
      return `Issue ${issue} has no option ${option}.`;
    if (option !== game.inForce[issue] && !phase.issues.includes(issue))
      return `Issue ${issue} is not negotiated in these talks.`;
  }
  return undefined;
}

/** Every outcome that differs from what is in force in negotiated issues only, first issue most significant. */
function* outcomes(course: Course, { issues: open }: Talks, game: Game): Generator<number[]> {
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
