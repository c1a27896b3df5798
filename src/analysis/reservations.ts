/** Reservation values that nothing can reach, or that seem to be written on another scale than the stakes. */
import { meets } from "../exact.ts";
import type { Positions } from "../protocol/course.ts";
import { bestOutcome, worstUtility } from "../scenario/best/best.ts";
import { partiesSeated } from "../scenario/parties.ts";
import { acceptable } from "../scenario/preference.ts";
import { isRange } from "../scenario/privateTypes.ts";
import { contradiction } from "../scenario/warnings/conditions.ts";
import type { Warn } from "../scenario/warnings/warning.ts";

/** Points between best and worst from which a reservation value below 1 looks like a share. */
const WIDE = 20;

/** Returns those who could sign nothing. */
export function checkReservationValues(
  { scenario, preferences }: Positions,
  warn: Warn,
): ReadonlySet<number> {
  const unwilling = new Set<number>();
  for (const party of partiesSeated(scenario)) {
    const { id, preferences: written } = scenario.parties[party]!;
    const preference = preferences[party]!;
    const best = bestOutcome(preference);
    const binding = written.limits.filter(({ unless }) => unless === undefined);
    if (!acceptable(preference, best.outcome)) {
      unwilling.add(party);
      if (contradiction(scenario, binding) !== undefined) continue;
      const message = `No outcome keeps all limits of "${id}", so it could sign nothing.`;
      warn("limits-conflict", ["parties", party, "preferences", "limits"], `${message} Widen one of them.`);
      continue;
    }
    const { reservationValue: stated } = written;
    if (stated === "disagreement") continue;
    // With the least of a range there are games in which it can agree.
    const reservationValue = isRange(stated) ? stated[0] : stated;
    const path = ["parties", party, "preferences", "reservationValue"];
    const [most, least] = [rounded(best.utility), rounded(worstUtility(preference))];
    if (!meets(best.utility, reservationValue)) {
      unwilling.add(party);
      const message = `"${id}" would never agree: no agreement is worth ${reservationValue} to it, the best outcome within its limits ${most}.`;
      warn("reservation-unreachable", path, `${message} Lower it, or write it on the scale of the stakes.`);
    } else if (reservationValue > 0 && reservationValue < 1 && most - least >= WIDE) {
      const message = `${reservationValue} looks like a share, but outcomes are worth ${least} to ${most} points to "${id}".`;
      warn("reservation-scale", path, `${message} Write the reservation value in the same points.`);
    }
  }
  return unwilling;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
