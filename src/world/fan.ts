/**
 * Many seeded futures of one text in half-years: incidents, whether they are seen, attributed and answered, and what
 * that does to credibility; then the ways it can end. The share of futures is what is told, never a single one.
 */

import { quantised } from "../exact.ts";
import { fork, type Random, randomFrom, seedOf } from "../random.ts";
import { issueIndex, type Outcome } from "../scenario/outcome.ts";
import type { Aftermath, Scenario } from "../scenario/schema.ts";
import {
  type Assumptions,
  bounded,
  clauseSum,
  hazardOf,
  holdProbability,
  type Indices,
  indicesOf,
  modelOf,
} from "./aftermath.ts";

export const FATES = ["held", "attack", "escalation", "breach"] as const;
export type Fate = (typeof FATES)[number];

export interface Fan {
  readonly runs: number;
  /** Share of futures with each end. */
  readonly shares: Readonly<Record<Fate, number>>;
  /** Share of futures in which the agreement still holds after 0, 1, … half-years. */
  readonly holding: readonly number[];
  readonly indices: Indices;
  /** Closed form without incidents and breaches: (1 − hazard)^halfYears. */
  readonly hold: number;
}

/**
 * `runs` seeded futures. Future k has a stream of its own, so two fans with the same seed differ only by what was
 * switched. O(runs × half-years × incidents).
 */
export function fanOf(
  scenario: Scenario,
  outcome: Outcome,
  assumed: Assumptions,
  seed: number,
  runs: number,
): Fan {
  const model = modelOf(scenario);
  const indices = indicesOf(scenario, outcome, assumed);
  const root = fork(seedOf(seed), "aftermath");
  const counts: Record<Fate, number> = { held: 0, attack: 0, escalation: 0, breach: 0 };
  const lasted = new Array<number>(model.halfYears + 1).fill(0);
  const rates = ratesOf(scenario, outcome, indices, assumed);
  for (let run = 0; run < runs; run++) {
    const { fate, halfYears } = futureOf(model, indices, assumed, rates, randomFrom(fork(root, run)));
    counts[fate]++;
    for (let t = 0; t <= halfYears; t++) lasted[t]!++;
  }
  const share = (count: number) => quantised(count / runs);
  return {
    runs,
    shares: {
      held: share(counts.held),
      attack: share(counts.attack),
      escalation: share(counts.escalation),
      breach: share(counts.breach),
    },
    holding: lasted.map(share),
    indices,
    hold: holdProbability(scenario, indices),
  };
}

/**
 * Chance that a text holds for the whole time, in closed form with incidents and breaches, but without what they do to
 * credibility on the way: what the fan's share of held futures comes to when nothing wears.
 */
export function heldProbability(scenario: Scenario, outcome: Outcome, assumed: Assumptions): number {
  const model = modelOf(scenario);
  const indices = indicesOf(scenario, outcome, assumed);
  const { incidents, detection, breach } = ratesOf(scenario, outcome, indices, assumed);
  const calm = quantised(Math.exp(-incidents * escalationOf(model, detection)));
  return quantised((calm * (1 - indices.hazard) * (1 - breach)) ** model.halfYears);
}

interface Rates {
  readonly incidents: number;
  readonly detection: number;
  readonly attribution: number;
  readonly breach: number;
}

function ratesOf(scenario: Scenario, outcome: Outcome, indices: Indices, assumed: Assumptions): Rates {
  const { incidents, breach, monitoring } = modelOf(scenario);
  const calmer = clauseSum(scenario, outcome, "incidents") < 0 ? incidents.calming : 0;
  const [least, added] = incidents.detection;
  return {
    incidents:
      incidents.rate *
      Math.max(0.2, 1 + assumed.tension) *
      quantised(Math.exp(-incidents.monitoring * indices.monitoring - calmer)),
    detection: least + added * indices.monitoring,
    attribution: incidents.attribution[outcome[issueIndex(scenario, monitoring)]!]!,
    breach:
      (breach.base + breach.inForce * indices.inForce) *
      quantised(Math.exp(2 * clauseSum(scenario, outcome, "breach"))),
  };
}

/** Chance that an incident escalates: the less, the more is seen. */
function escalationOf({ incidents }: Aftermath, detection: number): number {
  return incidents.escalation * (1 - 0.6 * detection);
}

/** One future: incidents, their detection and response wear or mend credibility; then the three ways it can end. */
function futureOf(
  model: Aftermath,
  indices: Indices,
  assumed: Assumptions,
  rates: Rates,
  random: Random,
): { fate: Fate; halfYears: number } {
  const { incidents } = model;
  const escalation = escalationOf(model, rates.detection);
  let worn = 1;
  for (let halfYear = 0; halfYear < model.halfYears; halfYear++) {
    let escalated = false;
    for (let left = poisson(rates.incidents, random); left > 0; left--) {
      const serious = random.fraction() < incidents.serious;
      if (serious && random.fraction() < rates.detection * rates.attribution) {
        const answered = random.fraction() < bounded(indices.credibility * worn);
        worn = answered ? Math.min(1.1, worn * 1.02) : worn * 0.95;
      }
      if (random.fraction() < escalation) escalated = true;
    }
    if (escalated) return { fate: "escalation", halfYears: halfYear };
    if (random.fraction() < hazardOf(model, indices, assumed, worn))
      return { fate: "attack", halfYears: halfYear };
    if (random.fraction() < rates.breach) return { fate: "breach", halfYears: halfYear };
  }
  return { fate: "held", halfYears: model.halfYears };
}

/** Knuth's method; the threshold is quantised, as exp differs between engines in the last bit. */
function poisson(rate: number, random: Random): number {
  const threshold = quantised(Math.exp(-rate));
  let count = 0;
  for (let product = random.fraction(); product > threshold; product *= random.fraction()) count++;
  return count;
}
