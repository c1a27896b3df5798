/**
 * What a game has been through that its moves do not show: what was taken back, and which seats changed hands when. Kept
 * in the run file, so that a second try can be told from a first and a person's move from an agent's.
 */
import type { Move } from "../protocol/move.ts";
import type { LineUp, Past, Reseated, SeatHolder } from "../protocol/transcript.ts";
import type { Scenario } from "../scenario/schema.ts";

/** After all moves but the first `at` were taken back. Seats stay with those who hold them. */
export function takenBack(
  past: Past,
  lineUp: LineUp,
  scenario: Scenario,
  moves: readonly Move[],
  at: number,
): Past {
  if (at >= moves.length) return past;
  const shifted = past.reseated.map((change) => (change.at > at ? { ...change, at } : change));
  return {
    undone: [...past.undone, { at, moves: moves.slice(at) }],
    reseated: meaningful(shifted, lineUp, scenario),
  };
}

/** After a seat was given away by `from`; `lineUp` is the one since. */
export function handedOver(past: Past, lineUp: LineUp, scenario: Scenario, change: Reseated): Past {
  return { ...past, reseated: meaningful([...past.reseated, change], lineUp, scenario) };
}

/** Who decided for each party when a move was made: the line-up as it was then. */
export function holdersAt(
  lineUp: LineUp,
  past: Past,
  scenario: Scenario,
  move: number,
): Record<string, SeatHolder> {
  const then: Record<string, SeatHolder> = { ...lineUp };
  for (const { at, party, from } of past.reseated.toReversed()) {
    if (at > move) then[scenario.parties[party]!.id] = from;
  }
  return then;
}

/** Without changes between which no move was made. */
function meaningful(changes: readonly Reseated[], lineUp: LineUp, scenario: Scenario): Reseated[] {
  return changes.filter(({ at, party, from }, i) => {
    const earlier = changes.slice(0, i).some((other) => other.party === party && other.at === at);
    const later = changes.slice(i + 1).find((other) => other.party === party && other.at > at);
    const to = later?.from ?? lineUp[scenario.parties[party]!.id];
    return !earlier && JSON.stringify(to) !== JSON.stringify(from);
  });
}
