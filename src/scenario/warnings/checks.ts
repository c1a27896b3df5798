/** The checks that the file alone decides, in the order of the format; each is linear or nearly so. */
import {
  checkEffectsChangeSomething,
  checkEventsCanCome,
  checkLeversCanBePulled,
  checkNewsHaveEvents,
} from "./cards.ts";
import { checkConditionsCanHold, checkLimits, checkLinkagesChangeSomething } from "./conditions.ts";
import { checkDominatedOptions } from "./options.ts";
import { checkEverybodyHasASeat, checkIssuesOpen, checkTwoSides, checkWhoSpeaks } from "./seats.ts";
import {
  checkAnythingAtStake,
  checkIssuesHaveStakes,
  checkOneStakeMissing,
  checkSeatsHaveStakes,
  checkWeightInRange,
} from "./stakes.ts";
import { checkNothingIsToldEarly, checkSourcesAreShown, checkStateMedia } from "./time.ts";
import {
  checkDeparturesHaveAMandate,
  checkFloorIsGiven,
  checkTargetsAreMet,
  checkVotesAreCast,
} from "./unused.ts";
import type { Check } from "./warning.ts";

export const FILE_CHECKS: readonly Check[] = [
  checkAnythingAtStake,
  checkSeatsHaveStakes,
  checkIssuesHaveStakes,
  checkOneStakeMissing,
  checkWeightInRange,
  checkDominatedOptions,
  checkLimits,
  checkConditionsCanHold,
  checkLinkagesChangeSomething,
  checkTwoSides,
  checkEverybodyHasASeat,
  checkWhoSpeaks,
  checkIssuesOpen,
  checkEventsCanCome,
  checkLeversCanBePulled,
  checkNewsHaveEvents,
  checkEffectsChangeSomething,
  checkVotesAreCast,
  checkFloorIsGiven,
  checkDeparturesHaveAMandate,
  checkTargetsAreMet,
  checkNothingIsToldEarly,
  checkSourcesAreShown,
  checkStateMedia,
];
