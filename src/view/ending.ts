/** How a phase ended, as sentences: the same words on the card between two phases and on the result page. */
import type { Course, Phase } from "../protocol/course.ts";
import type { Move, PhaseResult } from "../protocol/move.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Snapshot } from "../session/session.ts";
import { countOf, listed, nameAtStart, nameIn } from "./words.ts";

const words = {
  adopted: (round: number) => `The text was adopted in round ${round}.`,
  agreed: (round: number) => `An agreement was reached in round ${round}.`,
  deadline: (rounds: number) => `No text was adopted in ${countOf(rounds, "round", "rounds")}.`,
  noAgreement: (rounds: number) => `No agreement was reached in ${countOf(rounds, "round", "rounds")}.`,
  walkedAway: (name: string, round: number) => `${name} walked away in round ${round}.`,
  youWalked: (round: number) => `You walked away in round ${round}.`,
  ratified: (yes: number, all: number) =>
    `At home, ${yes} of ${countOf(all, "body approves", "bodies approve")} what was signed.`,
  nothing: "There was nothing to ratify.",
} as const;

/** The result, who ended it by walking away, and the moves of its phase, as indices from `first` to before `after`. */
export interface PlayedPhase {
  readonly result: PhaseResult;
  readonly walker: number | undefined;
  readonly first: number;
  readonly after: number;
}

/** Every phase that has ended, in order. */
export function playedPhases({ game, games, moves }: Snapshot): readonly PlayedPhase[] {
  let first = 0;
  return game.results.map((result, i) => {
    const after = games.findIndex(({ results }) => results.length > i);
    const last: Move | undefined = moves[after - 1];
    const played = { result, walker: last?.type === "walkaway" ? last.party : undefined, first, after };
    first = after;
    return played;
  });
}

/** One sentence. */
export function describeEnd(
  scenario: Scenario,
  { phases }: Course,
  { result, walker }: Pick<PlayedPhase, "result" | "walker">,
  seat: number,
): string {
  const { protocol, rounds } = phases[result.phase]!;
  if (protocol === "ratification") {
    const { yes, no } = bodiesOf(result);
    return yes.length + no.length === 0 ? words.nothing : words.ratified(yes.length, yes.length + no.length);
  }
  const talks = protocol === "talks";
  if (result.end === "agreement") return (talks ? words.agreed : words.adopted)(result.round);
  if (walker === undefined) return (talks ? words.noAgreement : words.deadline)(rounds);
  return walker === seat
    ? words.youWalked(result.round)
    : words.walkedAway(nameAtStart(scenario, walker), result.round);
}

/** Parties whose bodies approved, and whose did not. */
export function bodiesOf({ approved = [] }: PhaseResult): {
  readonly yes: readonly number[];
  readonly no: readonly number[];
} {
  const those = (answer: boolean) => approved.flatMap((given, party) => (given === answer ? [party] : []));
  return { yes: those(true), no: those(false) };
}

/** Parties whose signature a phase asks for: all at the table but mediators. */
export function askedIn({ parties, seats }: Phase): readonly number[] {
  const mediators = seats.flatMap(({ mediator, members }) => (mediator ? members : []));
  return parties.filter((party) => !mediators.includes(party));
}

/** Who stands behind it, in sentences: signatures and reservations, or the bodies that refused. */
export function describeSupport(
  scenario: Scenario,
  { phases }: Course,
  { result }: Pick<PlayedPhase, "result">,
  seat: number,
): readonly string[] {
  const phase = phases[result.phase]!;
  const names = (parties: readonly number[]) => listed(parties.map((party) => nameIn(scenario, party)));
  if (phase.protocol === "ratification") {
    const { yes, no } = bodiesOf(result);
    if (yes.length + no.length === 0) return [];
    return [no.length === 0 ? "None refused." : `Not approved in ${names(no)}.`];
  }
  if (result.end !== "agreement") return [];
  const asked = askedIn(phase);
  const missing = asked.filter((party) => !result.signed[party]);
  const reserved = result.reservations.length;
  const signed = `${asked.length - missing.length} of ${asked.length} signed${reserved === 0 ? "" : `, ${reserved} with a reservation`}.`;
  const others = missing.filter((party) => party !== seat);
  return [
    signed,
    ...(others.length === 0 ? [] : [`Not signed by ${names(others)}.`]),
    ...(missing.includes(seat) ? ["You did not sign, so it does not bind you."] : []),
  ];
}
