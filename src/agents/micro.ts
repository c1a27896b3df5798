/**
 * MiCRO, minimal concession (de Jonge 2022): proposes its own outcomes from the best down, a new one only when the others
 * have made at least as many different proposals as it has, otherwise one of its earlier ones again, drawn by lot. It
 * accepts what is worth as much as what it would propose next. Among several the one that has conceded least counts
 * (MiCRO-Min). It knows no clock. In drafting a proposal is a text, which it reaches by amendments; it votes for each
 * amendment that makes the text no worse.
 */
import { meets } from "../exact.ts";
import { bestOutcome } from "../scenario/best/best.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { acceptable, type Preference, utility } from "../scenario/preference.ts";
import type { Observation } from "../seat/observation.ts";
import { sameText } from "../seat/support.ts";
import { type Draw, strategy } from "./agent.ts";
import {
  type Proposal,
  proposalsReader,
  signs,
  spokenFor,
  towards,
  voteOnMotion,
  voteOnText,
} from "./proposals.ts";

export const micro = strategy({}, () => {
  const read = proposalsReader();
  const ranked = rankingReader();
  /** The proposal that is next, and what a text has to be worth. */
  const plan = (observation: Observation) => {
    const ranking = ranked(observation);
    const proposals = read(observation);
    const texts = distinctBy(proposals);
    const made = texts.get(spokenFor(observation)) ?? [];
    const ready = [...texts.values()].every((others) => made.length <= others.length);
    const next = ready ? ranking(made.length) : undefined;
    const least = made.reduce(
      (worth, text) => Math.min(worth, utility(observation.seat.preference, text)),
      Infinity,
    );
    const propose = (random: Draw): Outcome =>
      next ?? made[made.length < 2 ? 0 : random().below(made.length)] ?? observation.seat.best.outcome;
    return { propose, enough: next === undefined ? least : utility(observation.seat.preference, next) };
  };
  return {
    speak: (observation, random) => towards(observation, plan(observation).propose(random)),
    bargain: (observation, random) => {
      const { seat, text, mayAccept } = observation;
      const { propose, enough } = plan(observation);
      return mayAccept && signs(observation, text, enough)
        ? { type: "accept", party: seat.party, reason: { cause: "enough" } }
        : { type: "offer", party: seat.party, outcome: propose(random), reason: { cause: "better" } };
    },
    vote: (observation) =>
      observation.motion === undefined
        ? voteOnText(observation, plan(observation).enough)
        : voteOnMotion(observation),
  };
});

/** By party that has acted: the different texts that it has proposed. */
function distinctBy(proposals: readonly Proposal[]): ReadonlyMap<number, readonly Outcome[]> {
  const texts = new Map<number, Outcome[]>();
  for (const { party, text } of proposals) {
    const own = texts.get(party) ?? [];
    if (text !== undefined && !own.some((other) => sameText(other, text))) own.push(text);
    texts.set(party, own);
  }
  return texts;
}

/** The n-th best outcome of a seat, from 0; undefined past the last that it could sign. */
type Ranking = (n: number) => Outcome | undefined;

/** The ranking is kept while the seat and the open issues stay what they are. */
function rankingReader(): (observation: Observation) => Ranking {
  let known: { seat: unknown; issues: string; ranking: Ranking } | undefined;
  return (observation) => {
    const { seat, phase, open } = observation;
    const issues = phase.protocol === "talks" ? open : phase.issues;
    if (known?.seat !== seat || known.issues !== issues.join())
      known = { seat, issues: issues.join(), ranking: rankingOf(observation, issues) };
    return known.ranking;
  };
}

/** All outcomes that differ from each other only in the issues from `from` on. */
interface Part {
  readonly best: Outcome;
  readonly worth: number;
  readonly from: number;
}

/**
 * Outcomes in descending order of worth, found one after the other and never listed: what is left of a part without its
 * best falls into parts again, by the first issue that is different (Lawler 1972). O(options of the open issues) searches
 * an outcome.
 */
function rankingOf(observation: Observation, issues: readonly number[]): Ranking {
  const { seat, course, text, inForce, phase } = observation;
  const { preference } = seat;
  const parts: Part[] = [];
  const found: Outcome[] = [];
  const add = (base: Outcome, from: number) => {
    const part = partOf(preference, base, issues, from);
    if (acceptable(preference, part.best) && meets(part.worth, seat.reservationValue)) parts.push(part);
  };
  add(phase.protocol === "talks" ? inForce : text, 0);
  return (n) => {
    while (found.length <= n && parts.length > 0) {
      const first = parts.reduce((most, { worth }, k) => (worth > parts[most]!.worth ? k : most), 0);
      const [{ best, from }] = parts.splice(first, 1) as [Part];
      found.push(best);
      for (let k = from; k < issues.length; k++) {
        const issue = issues[k]!;
        for (let option = 0; option < course.table.counts[issue]!; option++)
          if (option !== best[issue]) add(best.with(issue, option), k + 1);
      }
    }
    return found[n];
  };
}

function partOf(preference: Preference, base: Outcome, issues: readonly number[], from: number): Part {
  const open = issues.slice(from);
  const best = open.length === 0 ? base : bestOutcome(preference, { base, open }).outcome;
  return { best, worth: utility(preference, best), from };
}
