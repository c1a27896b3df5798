/**
 * Whether everybody's best outcome can be found in few steps, before the first move and at every turn of a game. Where a
 * party's issues are tied so loosely that elimination settles them, its steps are known whatever becomes of its numbers.
 * Where they are tied more closely, branch and bound may still be quick: then every search that the course asks for is made
 * once, which is enough as long as no card and no mandate can change what is searched.
 */
import { type Course, isNegotiation } from "../protocol/course.ts";
import {
  bestOutcome,
  ELIMINATION_STEPS,
  groupsAtMost,
  SEARCH_STEPS,
  worstUtility,
} from "../scenario/best/best.ts";
import { TooDear } from "../scenario/best/branching.ts";
import type { Add } from "../scenario/checks/references.ts";
import type { Preference } from "../scenario/preference.ts";
import type { Scenario } from "../scenario/schema.ts";
import type { Card, Moving } from "../world/cards.ts";
import { preferenceIn } from "./observation.ts";

/** Steps of the searches for everybody's best outcomes before the first move. */
const SEARCHES_STEPS = 10_000_000;

const reasons = {
  dear: `its best outcome takes more than ${counted(SEARCH_STEPS)} steps to find.`,
  changing:
    "its best outcome would be too dear to find anew whenever a card or a mandate changes what it depends on.",
  manifold: `the best outcomes of all parties take more than ${counted(SEARCHES_STEPS)} steps to find.`,
};

/** What ties the issues of a party too closely, or of all parties together. */
export function checkSearches(
  scenario: Scenario,
  course: Course,
  preferences: readonly Preference[],
  add: Add,
): void {
  const refuse = (party: number, issues: readonly number[], reason: string) => {
    const { name } = scenario.parties[party]!;
    const { links } = preferences[party]!;
    const named = issues.slice(0, 4).map((issue) => scenario.issues[issue]!.id);
    const list = issues.length > named.length ? [...named, "…"] : named;
    const ties = links.length > 0 ? "linkages" : "limits";
    add(
      "too-dear",
      links.length > 0 ? ["linkages"] : ["parties", party, "preferences", "limits"],
      `The ${ties} of ${name} tie ${issues.length} issues together (${list.join(", ")}): ${reason} Let fewer of them share issues, or give them fewer conditions.`,
    );
  };
  let steps = 0;
  for (const [party, preference] of preferences.entries()) {
    const groups = groupsAtMost(preference);
    const dear = groups.find((group) => group.steps > ELIMINATION_STEPS);
    if (dear === undefined) {
      steps += groups.reduce((sum, group) => sum + group.steps, 0);
    } else {
      const spent = mayChange(course, party) ? undefined : stepsToFind(course, preference);
      if (spent === undefined || spent instanceof TooDear) {
        const reason = spent === undefined ? reasons.changing : reasons.dear;
        refuse(party, dear.issues, reason);
        return;
      }
      steps += spent;
    }
    if (steps > SEARCHES_STEPS) {
      const largest = groups.reduce((a, b) => (b.steps > a.steps ? b : a));
      refuse(party, largest.issues, reasons.manifold);
      return;
    }
  }
}

/** Whether the numbers of a party, or what it negotiates from, are known only in the game. */
function mayChange({ cards, phases }: Course, party: number): boolean {
  const mandated = phases.some((phase) => phase.protocol === "talks" && phase.disagreement === undefined);
  return mandated || cards.some((card) => touching(card, party));
}

function touching(card: Card, party: number): boolean {
  return card.moving.some((effects) => effects.some((effect) => mayConcern(card, effect, party)));
}

function mayConcern(card: Card, { who: { named, self, target } }: Moving, party: number): boolean {
  if (named.includes(party) || (self && card.parties.includes(party))) return true;
  return target && card.aims === "party" && card.targets.includes(party);
}

/** Steps of every search that a course without surprises asks for, made once to count them. */
function stepsToFind({ phases, statusQuo }: Course, preference: Preference): number | TooDear {
  let spent = 0;
  const search = (find: (steps: { left: number }) => void) => {
    const steps = { left: SEARCH_STEPS };
    find(steps);
    spent += SEARCH_STEPS - steps.left;
  };
  try {
    search((steps) => worstUtility(preference, steps));
    search((steps) => bestOutcome(preference, undefined, steps));
    for (const phase of phases) {
      if (!isNegotiation(phase) || phase.issues.length === 0) continue;
      // What does not open is a constant, whichever text it comes from.
      const base = phase.protocol === "drafting" ? phase.openings[0]! : (phase.disagreement ?? statusQuo);
      search((steps) => bestOutcome(preferenceIn(phase, preference), { base, open: phase.issues }, steps));
    }
  } catch (error) {
    if (error instanceof TooDear) return error;
    throw error;
  }
  return spent;
}

/** 12,345,678; above a hundred thousand only the first two figures are kept. */
export function counted(number: number): string {
  const digits = Math.round(number < 100_000 ? number : Number(number.toPrecision(2))).toString();
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
