/** How a phase ended, as sentences: the same words on the card between two phases and on the result page. */
import type { Course, Phase } from "../protocol/course.ts";
import type { Move, PhaseResult } from "../protocol/move.ts";
import type { PublicScenario } from "../seat/public.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { nameIn } from "./sentences.ts";
import { told } from "./words/told.ts";

const words = told.ending;

/** The result, who ended it by walking away, and the moves of its phase, as indices from `first` to before `after`. */
export interface PlayedPhase {
  readonly result: PhaseResult;
  readonly walker: number | undefined;
  readonly first: number;
  readonly after: number;
}

/** Every phase that has ended, in order. */
export function playedPhases({ game, games, moves }: Standpoint): readonly PlayedPhase[] {
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
  scenario: PublicScenario,
  { phases }: Course,
  { result, walker }: Pick<PlayedPhase, "result" | "walker">,
  seat: number,
): string {
  const { protocol, rounds } = phases[result.phase]!;
  const { round, end } = result;
  if (walker !== undefined)
    return walker === seat
      ? words.youWalked({ round })
      : words.walkedAway({ name: nameIn(scenario, walker), round });
  switch (protocol) {
    case "drafting":
      return end === "agreement" ? words.adopted({ round }) : words.deadline({ rounds });
    case "talks":
      return end === "agreement" ? words.agreed({ round }) : words.noAgreement({ rounds });
    case "ratification":
      return describeBodies(result);
  }
}

/** How many bodies at home have approved, in one sentence. */
export function describeBodies(result: Pick<PhaseResult, "approved">): string {
  const { yes, no } = bodiesOf(result);
  const all = yes.length + no.length;
  return all === 0 ? words.nothing : words.ratified({ yes: yes.length, all });
}

/** Where it was not approved, in one sentence. */
export function describeRefusals(scenario: PublicScenario, parties: readonly number[]): string {
  return words.notApproved({ names: parties.map((party) => nameIn(scenario, party)) });
}

/** Parties whose bodies approved, and whose did not. */
export function bodiesOf({ approved = [] }: Pick<PhaseResult, "approved">): {
  readonly yes: readonly number[];
  readonly no: readonly number[];
} {
  const those = (answer: boolean) => approved.flatMap((given, party) => (given === answer ? [party] : []));
  return { yes: those(true), no: those(false) };
}

/** Parties whose signature a phase asks for: all at the table but mediators. */
export function askedIn(phase: Phase): readonly number[] {
  if (phase.protocol !== "talks") return phase.parties;
  const mediators = phase.seats.flatMap(({ mediator, members }) => (mediator ? members : []));
  return phase.parties.filter((party) => !mediators.includes(party));
}

/** Who stands behind it, in sentences: signatures and reservations, or the bodies that refused. */
export function describeSupport(
  scenario: PublicScenario,
  { phases }: Course,
  { result }: Pick<PlayedPhase, "result">,
  seat: number,
): readonly string[] {
  const phase = phases[result.phase]!;
  const names = (parties: readonly number[]) => parties.map((party) => nameIn(scenario, party));
  if (phase.protocol === "ratification") {
    const { yes, no } = bodiesOf(result);
    if (yes.length + no.length === 0) return [];
    return [no.length === 0 ? words.noneRefused : describeRefusals(scenario, no)];
  }
  if (result.end !== "agreement") return [];
  const asked = askedIn(phase);
  const missing = asked.filter((party) => !result.signed[party]);
  const reserved = result.reservations.length;
  const counts = { signed: asked.length - missing.length, asked: asked.length };
  const others = missing.filter((party) => party !== seat);
  return [
    reserved === 0 ? words.signed(counts) : words.signedReserved({ ...counts, reserved }),
    ...(others.length === 0 ? [] : [words.notSigned({ names: names(others) })]),
    ...(missing.includes(seat) ? [words.youDidNot] : []),
  ];
}
