/**
 * Does the agreement hold? A model for teaching, not an estimate: deterrence as the geometric mean of capability,
 * credibility and communication (Huth 1999), promises that count less unratified (Fearon 1997, Leeds 2003), monitoring
 * and attribution (Fortna 2004), reassurance and the insecurity of the other side (Jervis 1978), in half-years. Every
 * number is scenario data. `indicesOf` is the formula, `holdProbability` its closed form, `fanOf` many seeded futures
 * with incidents, detection, response and the breaches of the protected side.
 */
import { quantised } from "../exact.ts";
import { issueIndex, type Outcome } from "../scenario/outcome.ts";
import type { Aftermath, Scenario } from "../scenario/schema.ts";

/** What is not in the text: assumptions that a class may switch. Shares from 0 to 1, but for the shift. */
export interface Assumptions {
  /** Weighted share of signatories whose bodies have approved. */
  readonly ratified: number;
  readonly unity: number;
  readonly force: number;
  readonly lens: number;
  readonly grievance: number;
  /** Shift of power towards the adversary; 0 without. */
  readonly powerShift: number;
  /** Raises (or lowers) the rate of incidents by this share. */
  readonly tension: number;
  /** Added to the index of the same name. */
  readonly capability: number;
  readonly communication: number;
}

/** Unit-free indices in [0, 1], but for reassurance and insecurity, which are sums of weights. */
export interface Indices {
  readonly capability: number;
  readonly credibility: number;
  readonly communication: number;
  readonly deterrence: number;
  readonly sanctions: number;
  readonly monitoring: number;
  readonly reassurance: number;
  readonly insecurity: number;
  /** The binding force that counts, after ratification. */
  readonly inForce: number;
  /** Chance of a renewed attack in a half-year, with full credibility. */
  readonly hazard: number;
}

/** Nothing is certain either way: capability, credibility and communication stay within these. */
const LEAST_INDEX = 0.02;
const GREATEST_INDEX = 0.98;

/** The scenario's own assumptions. `ratified` has no default: it follows from the signatories. */
export function assumptionsOf(model: Aftermath, ratified: number): Assumptions {
  const { unity, force, lens, grievance } = model;
  return {
    ratified,
    unity,
    force,
    lens,
    grievance,
    powerShift: 0,
    tension: 0,
    capability: 0,
    communication: 0,
  };
}

export function indicesOf(scenario: Scenario, outcome: Outcome, assumed: Assumptions): Indices {
  const model = modelOf(scenario);
  const x = (id: string) => levelOf(scenario, outcome, id);
  const clauses = (effect: ClauseEffect) => clauseSum(scenario, outcome, effect);
  const saturated = (share: number) => share * (1 + (model.saturation ?? 0) * (1 - share));
  const weighted = (weights: Weights, counts: (share: number) => number) =>
    Object.entries(weights).reduce(
      (sum, [id, weight]) =>
        sum +
        (typeof weight === "number" ? weight * counts(x(id)) : weight[outcome[issueIndex(scenario, id)]!]!),
      0,
    );
  const bindingness = x(model.inForce.issue);
  const inForce =
    assumed.ratified * bindingness + (1 - assumed.ratified) * Math.min(bindingness, model.inForce.unratified);
  const presence = model.presence.values[outcome[issueIndex(scenario, model.presence.issue)]!]!;
  const monitoring = x(model.monitoring);
  const strain = strainOf(model, (weights) => weighted(weights, squared), clauses("burden"), inForce);
  const unity = Math.max(0, assumed.unity - strain.unity);

  const capability = bounded(
    model.capability.base +
      model.capability.force * assumed.force +
      weighted(model.capability.issues, saturated) +
      clauses("capability") +
      assumed.capability,
  );
  const credibility = bounded(
    model.credibility.base +
      model.credibility.inForce * inForce +
      model.credibility.presence * presence +
      model.credibility.unity * unity +
      weighted(model.credibility.issues, saturated) +
      clauses("credibility") -
      strain.credibility,
  );
  const communication = bounded(
    model.communication.base +
      model.communication.inForce * inForce +
      weighted(model.communication.issues, plain) +
      clauses("communication") +
      assumed.communication,
  );
  const restraint = weighted(model.restraint, (share) => 1 - share) + clauses("restraint");
  const indices = {
    capability,
    credibility,
    communication,
    deterrence: deterrenceOf(capability, credibility, communication),
    sanctions: saturated(x(model.sanctions)) * (0.5 + 0.5 * unity),
    monitoring,
    reassurance: Math.min(1, Math.max(0, clauses("reassurance") + assumed.lens * restraint)),
    insecurity: assumed.lens * weighted(model.insecurity, plain),
    inForce,
  };
  return { ...indices, hazard: hazardOf(model, indices, assumed, 1) };
}

/** By issue id: a weight, or what each option adds. */
type Weights = Readonly<Record<string, number | readonly number[]>>;

const plain = (share: number) => share;
/** Burdens: each step weighs more than the one before. */
const squared = (share: number) => share * share;

/** What is promised beyond what is in force, as what it takes off credibility and unity. */
function strainOf(
  { burden }: Aftermath,
  weighted: (weights: Weights) => number,
  clauses: number,
  inForce: number,
): { readonly credibility: number; readonly unity: number } {
  if (burden === undefined) return { credibility: 0, unity: 0 };
  const strain = Math.max(0, weighted(burden.issues) + clauses) * (1 - burden.inForce * inForce);
  return { credibility: burden.credibility * strain, unity: burden.unity * strain };
}

/** Chance that no renewed attack comes in the whole time, in closed form: no incidents, no wear. */
export function holdProbability(scenario: Scenario, indices: Indices): number {
  return quantised((1 - indices.hazard) ** modelOf(scenario).halfYears);
}

export function hazardOf(
  { hazard }: Aftermath,
  indices: Omit<Indices, "hazard">,
  assumed: Assumptions,
  worn: number,
): number {
  const { capability, credibility, communication } = indices;
  const deterrence = deterrenceOf(capability, bounded(credibility * worn), communication);
  const exponent =
    -hazard.deterrence * deterrence -
    hazard.sanctions * indices.sanctions -
    hazard.monitoring * indices.monitoring -
    hazard.reassurance * indices.reassurance +
    hazard.insecurity * indices.insecurity +
    hazard.grievance * (assumed.grievance - 0.5) +
    hazard.powerShift * assumed.powerShift;
  return Math.min(hazard.most, quantised(hazard.base * Math.exp(exponent)));
}

function deterrenceOf(capability: number, credibility: number, communication: number): number {
  return quantised(Math.cbrt(capability * credibility * communication));
}

/** An issue's option as a share of its scale. */
function levelOf(scenario: Scenario, outcome: Outcome, id: string): number {
  const index = issueIndex(scenario, id);
  return outcome[index]! / (scenario.issues[index]!.options.length - 1);
}

type ClauseEffect = keyof Aftermath["clauses"][string];

export function clauseSum(scenario: Scenario, outcome: Outcome, effect: ClauseEffect): number {
  return Object.entries(modelOf(scenario).clauses).reduce(
    (sum, [id, effects]) => (levelOf(scenario, outcome, id) > 0 ? sum + (effects[effect] ?? 0) : sum),
    0,
  );
}

/** Throws RangeError when the scenario has no aftermath. */
export function modelOf(scenario: Scenario): Aftermath {
  if (scenario.aftermath === undefined)
    throw new RangeError(`The scenario ${scenario.id} has no aftermath model.`);
  return scenario.aftermath;
}

export function bounded(value: number): number {
  return Math.min(GREATEST_INDEX, Math.max(LEAST_INDEX, value));
}
