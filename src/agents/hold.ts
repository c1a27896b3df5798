/**
 * Says nothing on the floor and abstains in every ballot: the empty chair, a baseline for experiments. In talks, where a
 * side can't be silent, it offers what is in force.
 */
import { strategy } from "./agent.ts";

export const hold = strategy({}, () => ({
  speak: ({ seat }) => ({ type: "hold", party: seat.party, reason: { cause: "nothing-to-add" } }),
  bargain: ({ seat, inForce }) => ({ type: "offer", party: seat.party, outcome: inForce }),
  vote: () => ({ choice: "abstain", reason: { cause: "indifferent" } }),
}));
