/** Says nothing on the floor and abstains in every ballot: the empty chair, a baseline for experiments. */
import type { Strategy } from "./agent.ts";

export const hold: Strategy = () => ({
  speak: ({ seat }) => ({ type: "hold", party: seat.party, reason: { cause: "nothing-to-add" } }),
  vote: () => ({ choice: "abstain", reason: { cause: "indifferent" } }),
});
