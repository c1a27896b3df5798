/** Phases in which no outcome can be agreed, whoever plays and however well. */
import { isNegotiation, type Negotiation, type Phase, type Positions } from "../protocol/course.ts";
import { type Choice, decided } from "../protocol/decision.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { reservationOf } from "../scenario/preference.ts";
import type { Path } from "../scenario/problem.ts";
import type { Warn } from "../scenario/warnings/warning.ts";
import { preferenceIn } from "../seat/observation.ts";
import { agreeable, type Question } from "./signing.ts";

/** Looks at one signatory that a whole scenario is worth, some tenths of a second; its phases share them. */
const BUDGET = 2_000_000;

/** `unwilling`: parties of which it is told already that they could sign nothing. */
export function checkAgreements(positions: Positions, unwilling: ReadonlySet<number>, warn: Warn): void {
  const { phases } = positions.course;
  const asked = phases.flatMap((phase, i) =>
    basesOf(positions, phase, i).flatMap(({ base, path }) => {
      const question = questionOf(positions, phase, i, base);
      return question === undefined ? [] : [{ phase, path, ...question }];
    }),
  );
  const budget = BUDGET / Math.max(1, asked.length);
  for (const { phase, path, question, parties } of asked) {
    const needed = neededFor(question);
    // Told already: the rule asks for more than there is, or somebody it needs could sign nothing.
    if (!question.carries(parties.map(() => true)) || needed.some((s) => unwilling.has(parties[s]!)))
      continue;
    const answer = agreeable(question, budget);
    if (answer === undefined) {
      const message = `Whether anything can be agreed in "${phase.id}" was not decided:`;
      warn("not-decided", path, `${message} the space of outcomes is too large to search in full.`);
    }
    if (answer !== "none") continue;
    const idOf = (s: number) => `"${positions.scenario.parties[parties[s]!]!.id}"`;
    const message = `Nothing can be agreed in "${phase.id}": ${whyNothing(question, needed, idOf, budget / SEARCHES)}, within the limits and at no less than the reservation values.`;
    warn(
      "no-agreement",
      path,
      `${message} Lower reservation values, widen limits, or ask for fewer to agree.`,
    );
  }
}

/** The texts that a phase may begin with, each with its place in the file; undefined where that depends on the phases before. */
function basesOf(
  { course }: Positions,
  phase: Phase,
  index: number,
): readonly { readonly base: Outcome | undefined; readonly path: Path }[] {
  const path: Path = ["phases", index];
  if (phase.protocol === "drafting")
    return phase.openings.map((base, k, { length }) => ({
      base,
      path: length > 1 ? [...path, "opening", k] : path,
    }));
  return [{ base: phase.disagreement ?? (index === 0 ? course.statusQuo : undefined), path }];
}

/** Undefined where it depends on the phases before what is in force, or nobody signs. */
function questionOf(
  { course, preferences }: Positions,
  phase: Phase,
  index: number,
  base: Outcome | undefined,
): { question: Question; parties: readonly number[] } | undefined {
  const inForce = phase.disagreement ?? (index === 0 ? course.statusQuo : undefined);
  if (!isNegotiation(phase) || inForce === undefined || base === undefined) return undefined;
  const drafting = phase.protocol === "drafting";
  const parties = drafting
    ? phase.parties
    : phase.seats.flatMap((seat) => (seat.mediator ? [] : seat.members));
  if (parties.length === 0) return undefined;
  const signatories = parties.map((party) => {
    const preference = preferenceIn(phase, preferences[party]!);
    return {
      preference,
      reservationValue: reservationOf(preference, inForce),
      mayReserve: drafting && phase.decision.mayReserve[party]!,
    };
  });
  return {
    parties,
    question: {
      signatories,
      base,
      statusQuo: course.statusQuo,
      open: phase.issues,
      carries: (signs) => carries(course.parties, phase, parties, signs),
    },
  };
}

/** Those who don't sign vote against; a delegation by its own rule. */
function carries(
  all: number,
  phase: Negotiation,
  parties: readonly number[],
  signs: readonly boolean[],
): boolean {
  const choices: (Choice | undefined)[] = new Array(all).fill(undefined);
  parties.forEach((party, k) => {
    choices[party] = signs[k] ? "for" : "against";
  });
  if (phase.protocol === "drafting") return decided(phase.decision, choices);
  const sides: (Choice | undefined)[] = new Array(all).fill(undefined);
  for (const { mediator, spokesperson, members, decision } of phase.seats) {
    if (mediator) continue;
    const own = choices.map((choice, party) => (members.includes(party) ? choice : undefined));
    sides[spokesperson] = decided(decision, own) ? "for" : "against";
  }
  return decided(phase.decision, sides);
}

/** Whose signature the decision can't do without. */
function neededFor({ signatories, carries }: Question): number[] {
  return signatories.flatMap((_, s) => (carries(signatories.map((__, other) => other !== s)) ? [] : [s]));
}

/** Searches that may be spent on saying why. */
const SEARCHES = 60;

/** The smallest group of needed parties that has no outcome in common, else how many could sign the same one. */
function whyNothing(
  question: Question,
  needed: readonly number[],
  idOf: (signatory: number) => string,
  budget: number,
): string {
  const together = (group: readonly number[]) =>
    agreeable(
      {
        ...question,
        signatories: group.map((s) => question.signatories[s]!),
        carries: (signs) => signs.every(Boolean),
      },
      budget,
    );
  const alone = needed.find((s) => together([s]) === "none");
  if (alone !== undefined) return `${idOf(alone)} could sign no outcome`;
  const pairs = needed.flatMap((a, k) => needed.slice(k + 1).map((b) => [a, b] as const));
  const apart = pairs.slice(0, SEARCHES).find((pair) => together(pair) === "none");
  if (apart !== undefined) return `${idOf(apart[0])} and ${idOf(apart[1])} could sign no outcome in common`;
  const all = question.signatories.length;
  for (let most = 1; most < all; most++) {
    const more = agreeable({ ...question, carries: (signs) => signs.filter(Boolean).length > most }, budget);
    if (more === undefined) break;
    if (more === "none") return `at most ${most} of ${all} could sign the same outcome`;
  }
  return "too few could sign the same outcome";
}
