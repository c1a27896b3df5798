/** Strategies for `parley simulate FILE --agents tests/examples/agents.ts --line-up SEAT=picky:more=3`: copy this file. */
import { amended, meets, strategy, utility } from "parley";
import { z } from "zod";

/** Proposes nothing, and votes for what is worth as much to it as no agreement, or so many points more. */
export const picky = strategy({ more: z.number().min(0).max(1000).optional() }, ({ more = 0 }) => ({
  speak: ({ seat }) => ({ type: "hold", party: seat.party }),
  bargain: ({ seat, inForce }) => ({ type: "offer", party: seat.party, outcome: inForce }),
  vote: ({ seat, text, motion }) => {
    const worth = utility(seat.preference, motion ? amended(text, motion.changes) : text);
    return { choice: meets(worth, seat.reservationValue + more) ? "for" : "against" };
  },
}));
