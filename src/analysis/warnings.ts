/**
 * Warnings that follow from the rules and the numbers together: reservation values out of reach, decisions that can't be
 * carried or always are, phases in which nothing can be agreed.
 */
import { compile } from "../protocol/course.ts";
import type { Check } from "../scenario/warnings/warning.ts";
import { checkAgreements } from "./agreements.ts";
import { checkReservationValues } from "./reservations.ts";
import { checkRules } from "./rules.ts";

export const checkAgainstRules: Check = (scenario, warn) => {
  const positions = compile(scenario);
  const unwilling = checkReservationValues(positions, warn);
  checkRules(positions, warn);
  checkAgreements(positions, unwilling, warn);
};
