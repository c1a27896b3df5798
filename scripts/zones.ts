/**
 * The zone of possible agreement of talks, exactly: every outcome that keeps the limits of all who have to sign, and is worth to each at least
 * what it falls back on, by what was drawn for the game, the rules of delegations and what departing from a mandate costs. As
 * the phase begins; cards that come later may move it.
 */

import { meets } from "../src/exact.ts";
import type { Talks, TalksSeat } from "../src/protocol/course.ts";
import { decided } from "../src/protocol/decision.ts";
import { phaseNow } from "../src/protocol/game.ts";
import type { Game } from "../src/protocol/move.ts";
import { acceptable } from "../src/scenario/preference.ts";
import type { Table } from "../src/seat/compiled.ts";
import type { Seat } from "../src/seat/observation.ts";
import { seatsAt } from "../src/seat/seats.ts";
import { worthTo } from "../src/seat/worth.ts";

export interface Zone {
  /** Outcomes in it. */
  readonly outcomes: number;
  /** Combinations of level issues in it, whatever the clauses. */
  readonly levels: number;
}

/** `game`: as it is when a phase of talks begins. */
export function zoneOf(table: Table, game: Game): Zone {
  const { course } = table.positions;
  const phase = phaseNow(course, game) as Talks;
  const seats = seatsAt(table, game);
  const signing = (party: number, outcome: readonly number[]) => {
    const seat = seats[party]!;
    return (
      acceptable(seat.preference, outcome) &&
      meets(worthTo(course, seat.preference, seat, outcome), seat.reservationValue)
    );
  };
  // Whoever signs for itself is asked before a delegation counts its votes.
  const sides = phase.seats
    .filter(({ mediator }) => !mediator)
    .sort((a, b) => a.members.length - b.members.length);
  const agrees = ({ members, decision }: TalksSeat, outcome: readonly number[]) => {
    if (members.length === 1) return signing(members[0]!, outcome);
    const votes = table.seats.map((_, party) =>
      members.includes(party) ? (signing(party, outcome) ? "for" : "against") : undefined,
    );
    return decided(decision, votes);
  };
  const alone = sides.flatMap(({ members }) => (members.length === 1 ? [seats[members[0]!]!] : []));
  const levels = phase.issues.filter((issue) => !course.isClause[issue]);
  const clauses = phase.issues.filter((issue) => course.isClause[issue]);
  const zone = { outcomes: 0, levels: 0 };
  const outcome = game.inForce.slice();
  const inZone = () => sides.every((side) => agrees(side, outcome));
  walk(levels, 0, () => {
    const before = zone.outcomes;
    walk(clauses, 0, () => {
      if (inZone()) zone.outcomes++;
    });
    if (zone.outcomes > before) zone.levels++;
  });
  return zone;

  function walk(issues: readonly number[], k: number, each: () => void): void {
    const issue = issues[k];
    if (issue === undefined) {
      each();
      return;
    }
    for (let option = 0; option < course.table.counts[issue]!; option++) {
      if (alone.some((seat) => barred(seat, issue, option))) continue;
      outcome[issue] = option;
      walk(issues, k + 1, each);
    }
  }
}

/** Whatever else is agreed. */
function barred({ preference }: Seat, issue: number, option: number): boolean {
  return preference.limits.some(
    ({ issue: limited, min, max, unless }) =>
      limited === issue && unless.length === 0 && (option < min || option > max),
  );
}
