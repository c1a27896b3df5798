/**
 * What the others have proposed in the present phase, as whole texts, for agents that answer what is done to them. It is
 * told from the public history by playing its moves again, a few at a time as the game goes on.
 */
import { meets } from "../exact.ts";
import { type Course, changesIn, type Phase } from "../protocol/course.ts";
import { amended } from "../protocol/drafting.ts";
import { advance, initial, phaseNow } from "../protocol/game.ts";
import type { Game, Move, Reason, Vote } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { acceptable, utility, utilityShift } from "../scenario/preference.ts";
import type { Act, Observation } from "../seat/observation.ts";
import { worthTo } from "../seat/worth.ts";
import type { Speech } from "./agent.ts";
import { widestGap } from "./aspiration.ts";

/** What a party has done with the floor, or with its turn in talks; without a text when it has held. */
export interface Proposal {
  readonly party: number;
  readonly text: Outcome | undefined;
}

/**
 * Reads one game as it goes on, and gives what was done in the present phase, in order. A history that is not the one read
 * before is read from its start.
 */
export function proposalsReader(): (observation: Observation) => readonly Proposal[] {
  let read: { history: readonly Act[]; acts: number; game: Game; proposals: Proposal[] } | undefined;
  return ({ course, history }) => {
    if (read?.history !== history || read.acts > history.length)
      read = { history, acts: 0, game: initial(course), proposals: [] };
    for (; read.acts < history.length; read.acts++) {
      const { game } = read;
      const { phase } = game;
      const { move } = history[read.acts]!;
      const proposal = proposalBy(course, game, move);
      if (proposal !== undefined) read.proposals.push(proposal);
      advance(course, game, move);
      if (game.phase !== phase) read.proposals = [];
    }
    return read.proposals;
  };
}

/** A mediator proposes what others might want, and concedes nothing. */
function proposalBy(course: Course, { text, ...game }: Game, move: Move): Proposal | undefined {
  if (!("party" in move) || move.type === "lever" || mediates(phaseNow(course, game), move.party))
    return undefined;
  const { party } = move;
  if (move.type === "amend") return { party, text: amended(text, move.changes) };
  return { party, text: move.type === "offer" ? move.outcome : undefined };
}

function mediates(phase: Phase, party: number): boolean {
  return (
    phase.protocol === "talks" && phase.seats.some((side) => side.mediator && side.spokesperson === party)
  );
}

/** Who proposes for the seat: in talks the spokesperson of its side. */
export function spokenFor({ phase, seat }: Observation): number {
  const sides = phase.protocol === "talks" ? phase.seats : [];
  return sides.find(({ members }) => members.includes(seat.party))?.spokesperson ?? seat.party;
}

/** Within the seat's limits, worth `enough`, and no less than no agreement when what a mandate costs is counted. */
export function signs({ seat, course }: Observation, outcome: Outcome, enough: number): boolean {
  const { preference, reservationValue } = seat;
  return (
    acceptable(preference, outcome) &&
    meets(utility(preference, outcome), enough) &&
    meets(worthTo(course, preference, seat, outcome), reservationValue)
  );
}

/** Amends the text towards a proposal where that gains most, in as many issues as one amendment may change. */
export function towards(observation: Observation, proposal: Outcome): Speech {
  const { seat, text, open, phase } = observation;
  const { party, preference } = seat;
  const changes = open
    .filter((issue) => text[issue] !== proposal[issue])
    .map((issue) => {
      const gain = utilityShift(preference, text, text.with(issue, proposal[issue]!), issue);
      return { issue, gain };
    })
    .toSorted((a, b) => b.gain - a.gain)
    .slice(0, changesIn(phase))
    .map(({ issue }) => [issue, proposal[issue]!] as const);
  if (changes.length === 0) return { type: "hold", party, reason: { cause: "nothing-to-add" } };
  const reason: Reason = { cause: "better", issue: changes[0]![0] };
  return { type: "amend", party, changes, reason };
}

/** For what makes the text on the table no worse. */
export function voteOnMotion({ seat, text, motion }: Observation): Vote {
  const { changes } = motion!;
  const [issue] = changes[0]!;
  const then = utility(seat.preference, amended(text, changes));
  return meets(then, utility(seat.preference, text))
    ? { choice: "for", reason: { cause: "better", issue } }
    : { choice: "against", reason: { cause: "worse", issue } };
}

/** For a whole text, or in a delegation for the offer that stands, when it is worth enough. */
export function voteOnText(observation: Observation, enough: number): Vote {
  return signs(observation, observation.text, enough)
    ? { choice: "for", reason: { cause: "enough" } }
    : { choice: "against", reason: { cause: "too-little", issue: widestGap(observation) } };
}
