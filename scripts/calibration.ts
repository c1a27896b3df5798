/**
 * The designs that the aftermath of `paris-2026` is calibrated on, and what each is taken to hold: an order that the
 * literature makes plausible, not measurements. The unit test and `npm run aftermath` read them here. Up to 0.5.0 the last
 * one was taken to hold 0.85, 0.77 and 0.65: more, on paper only, than the text adopted in Paris after most have ratified it.
 */
import { outcomeOf } from "../src/scenario/outcome.ts";
import type { OutcomeById, Scenario } from "../src/scenario/schema.ts";
import { type Assumptions, assumptionsOf, holdProbability, indicesOf } from "../src/world/aftermath.ts";

export const LENSES = [0, 0.5, 1] as const;

export interface Design {
  readonly name: string;
  /** One digit a pillar, in the order of the scenario; Ukraine's own forces are not limited by the text. */
  readonly digits: string;
  readonly clauses: readonly string[];
  readonly ratified: number;
  readonly unity: number;
  readonly force: number;
  /** The chance that it holds for five years, at each of LENSES. */
  readonly holds: readonly [number, number, number];
}

const AS_ADOPTED = ["R_VOL", "R_CONST", "R_AFTER", "R_NOUS", "R_DECON"];

/** `row(name, digits, clauses, [ratified, unity, force], holds)`. */
function row(
  name: string,
  digits: string,
  clauses: readonly string[],
  [ratified, unity, force]: readonly [number, number, number],
  holds: Design["holds"],
): Design {
  return { name, digits, clauses, ratified, unity, force, holds };
}

export const DESIGNS: readonly Design[] = [
  row("assurances only", "000100020", [], [0, 0.6, 0.35], [0.34, 0.29, 0.24]),
  row("observers without enforcement", "011121020", [], [0, 0.6, 0.45], [0.48, 0.43, 0.38]),
  row(
    "neutrality, guarantors with a veto",
    "200101302",
    ["R_VETO", "R_RELIEF"],
    [0.8, 0.6, 0.35],
    [0.59, 0.55, 0.5],
  ),
  row(
    "neutrality, guarantors without a veto",
    "200101302",
    ["R_RELIEF"],
    [0.8, 0.6, 0.35],
    [0.68, 0.64, 0.59],
  ),
  row("Paris text, nobody ratifies", "323223221", AS_ADOPTED, [0, 0.8, 0.75], [0.75, 0.68, 0.59]),
  row("Paris text, most ratify", "323223221", AS_ADOPTED, [0.8, 0.8, 0.75], [0.77, 0.7, 0.62]),
  row("Paris draft, most ratify", "323223223", AS_ADOPTED, [0.8, 0.8, 0.75], [0.8, 0.73, 0.63]),
  row(
    "treaty, triggers, snapback, promise, relief",
    "323234323",
    ["R_CONST", "R_NOUS", "R_DECON", "R_RELIEF", "R_VOID"],
    [0.8, 0.8, 0.75],
    [0.89, 0.85, 0.79],
  ),
  row("highest levels, all ratify", "444444434", ["R_NOUS", "R_DECON"], [1, 0.9, 0.9], [0.91, 0.86, 0.78]),
  row("highest levels on paper", "444444434", ["R_NOUS"], [0, 0.4, 0.9], [0.77, 0.66, 0.52]),
];

const PREFIXES = ["mil", "int", "log", "dip", "san", "mon", "bin", "all", "usb"];

export function textOfDesign(scenario: Scenario, digits: string, clauses: readonly string[]): number[] {
  const levels = scenario.issues.filter((issue) => issue.kind === "level").slice(0, PREFIXES.length);
  const byId: OutcomeById = Object.fromEntries(
    levels.map((issue, i) => [issue.id, `${PREFIXES[i]}${digits[i]}`]),
  );
  for (const id of clauses) byId[id] = "in";
  return outcomeOf(scenario, byId);
}

export function assumptionsOfDesign(
  scenario: Scenario,
  design: Pick<Design, "ratified" | "unity" | "force">,
  lens: number,
): Assumptions {
  const { ratified, unity, force } = design;
  return { ...assumptionsOf(scenario.aftermath!, ratified), unity, force, lens };
}

/** What the model gives for a design, in closed form. */
export function holdOf(scenario: Scenario, design: Design, lens: number): number {
  const outcome = textOfDesign(scenario, design.digits, design.clauses);
  return holdProbability(scenario, indicesOf(scenario, outcome, assumptionsOfDesign(scenario, design, lens)));
}
