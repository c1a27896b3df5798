/**
 * Writes docs/aftermath.md: how far the aftermath of `paris-2026` keeps to its calibration, which text is best by it, and
 * what one step of each issue, binding and ratification do. `npm run aftermath`; `npm run aftermath -- --print` only prints.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseScenario } from "../src/agents/parse.ts";
import { approvalsAt, grievanceOf } from "../src/analysis/aftermath.ts";
import { issueIndex, type Outcome, outcomeOf } from "../src/scenario/outcome.ts";
import type { Scenario } from "../src/scenario/schema.ts";
import { tableOf } from "../src/seat/compiled.ts";
import { type Assumptions, assumptionsOf, modelOf } from "../src/world/aftermath.ts";
import { heldProbability } from "../src/world/fan.ts";
import { expectedShare } from "../src/world/ratification.ts";
import { DESIGNS, holdOf, LENSES } from "./calibration.ts";

const parsed = parseScenario(readFileSync(new URL("../scenarios/paris-2026.json", import.meta.url), "utf8"));
if (!parsed.ok) throw new Error("scenarios/paris-2026.json has problems.");
const { scenario } = parsed;
const { issues } = scenario;
const table = tableOf(scenario);
const model = modelOf(scenario);
const adopted = outcomeOf(scenario, scenario.history!.outcome);
const signatories = scenario.parties.flatMap((_, party) =>
  table.positions.course.phases[0]!.parties.includes(party) ? [party] : [],
);

/** How a text is looked at: with assumptions of its own, or with those that follow from it as in a game. */
type Look = (outcome: Outcome, lens: number) => Assumptions;

/** A share of what all do ratifies, whatever the text. */
const ratifying =
  (ratified: number): Look =>
  (_, lens) => ({ ...assumptionsOf(model, ratified), lens });

/** Who ratifies and who is aggrieved follows from the text, as after a game in which everybody in Paris signs. */
const asPlayed: Look = (outcome, lens) => {
  const ratified = expectedShare(approvalsAt(table, signatories, outcome, []));
  return { ...assumptionsOf(model, ratified), lens, grievance: grievanceOf(table, outcome) };
};

type Model = NonNullable<Scenario["aftermath"]>;

/** `judge`: the scenario whose model judges the text; who ratifies and who is aggrieved stay those of the file. */
const held = (outcome: Outcome, look: Look, lens: number, judge = scenario) =>
  heldProbability(judge, outcome, look(outcome, lens));

function withOption(outcome: Outcome, issue: number, option: number): number[] {
  return outcome.with(issue, option);
}

/** The best text that no change of one or two issues improves, from three starts. */
function best(look: Look, lens: number, judge = scenario): number[] {
  const starts = [adopted, issues.map(() => 0), issues.map(({ options }) => options.length - 1)];
  const found = starts.map((start) => climbed(start, look, lens, judge));
  return found.reduce((a, b) => (held(b, look, lens, judge) > held(a, look, lens, judge) ? b : a));
}

function climbed(start: Outcome, look: Look, lens: number, judge: Scenario): number[] {
  let text = start.slice();
  let value = held(text, look, lens, judge);
  for (let pairs = false; ; ) {
    let better: number[] | undefined;
    for (const candidate of pairs ? twoChanges(text) : oneChange(text)) {
      const reached = held(candidate, look, lens, judge);
      if (reached > value + 1e-9) [better, value] = [candidate, reached];
    }
    if (better !== undefined) [text, pairs] = [better, false];
    else if (pairs) return text;
    else pairs = true;
  }
}

function* oneChange(text: Outcome, from = 0): Generator<number[]> {
  for (let issue = from; issue < issues.length; issue++)
    for (let option = 0; option < issues[issue]!.options.length; option++)
      if (option !== text[issue]) yield withOption(text, issue, option);
}

function* twoChanges(text: Outcome): Generator<number[]> {
  for (let issue = 0; issue < issues.length; issue++)
    for (let option = 0; option < issues[issue]!.options.length; option++)
      if (option !== text[issue]) yield* oneChange(withOption(text, issue, option), issue + 1);
}

const levels = issues.flatMap(({ kind }, issue) => (kind === "level" ? [issue] : []));
const clauses = issues.flatMap(({ kind }, issue) => (kind === "clause" ? [issue] : []));
const isInside = (text: Outcome, issue: number) =>
  text[issue]! > 0 && text[issue]! < issues[issue]!.options.length - 1;

const percent = (share: number) => (100 * share).toFixed(1);
const signed = (share: number) =>
  `${share > 0 ? "+" : ""}${percent(share).replace("-0.0", "0.0")}`.replace("-", "−");
const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
const grid = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

let farthest = 0;
const calibration = DESIGNS.map((design) => {
  const cells = LENSES.map((lens, i) => {
    const value = holdOf(scenario, design, lens);
    farthest = Math.max(farthest, Math.abs(value - design.holds[i]!));
    return `${design.holds[i]!.toFixed(2)} / ${value.toFixed(3)}`;
  });
  return [design.name, ...cells];
});

const LOOKS: readonly (readonly [string, Look])[] = [
  ["nobody ratifies", ratifying(0)],
  ["most ratify (0.8)", ratifying(0.8)],
  ["all ratify", ratifying(1)],
  ["as played", asPlayed],
];

const bests = LOOKS.flatMap(([name, look]) =>
  LENSES.map((lens) => {
    const text = best(look, lens);
    return [
      name,
      lens,
      ...levels.map((issue) => (isInside(text, issue) ? `**${text[issue]}**` : text[issue]!)),
      levels.filter((issue) => isInside(text, issue)).length,
      clauses.filter((issue) => text[issue] === 1).length,
      percent(held(text, look, lens)),
      percent(
        held(
          issues.map(({ kind, options }, i) => (kind === "level" ? options.length - 1 : adopted[i]!)),
          look,
          lens,
        ),
      ),
      percent(held(adopted, look, lens)),
    ];
  }),
);

const steps = issues.map((issue, i) => {
  const at = adopted[i]!;
  const change = (option: number, look: Look, lens: number) =>
    issue.options[option] === undefined
      ? "–"
      : signed(held(withOption(adopted, i, option), look, lens) - held(adopted, look, lens));
  const cells = [ratifying(0.8), asPlayed].flatMap((look) =>
    LENSES.flatMap((lens) => [change(at - 1, look, lens), change(at + 1, look, lens)].join(" / ")),
  );
  return [
    `\`${issue.options[at]!.id === "in" || issue.options[at]!.id === "out" ? `${issue.id} ${issue.options[at]!.id}` : issue.options[at]!.id}\``,
    ...cells,
  ];
});

const binding = issueIndex(scenario, model.inForce.issue);
const bound = [0, 0.25, 0.5, 0.8, 1].map((ratified) => [
  ratified,
  ...issues[binding]!.options.map((_, option) =>
    LENSES.map((lens) => percent(held(withOption(adopted, binding, option), ratifying(ratified), lens))).join(
      " / ",
    ),
  ),
]);

/** What the best text owes to single parameters: each a quarter less and a quarter more. */
const SCALED: readonly (readonly [string, (by: number) => Model])[] = [
  ["saturation", (by) => ({ ...model, saturation: Math.min(1, model.saturation! * by) })],
  [
    "burden on credibility",
    (by) => ({ ...model, burden: { ...model.burden!, credibility: model.burden!.credibility * by } }),
  ],
  [
    "share of it that law carries",
    (by) => ({ ...model, burden: { ...model.burden!, inForce: model.burden!.inForce * by } }),
  ],
  [
    "credibility by what is in force",
    (by) => ({ ...model, credibility: { ...model.credibility, inForce: model.credibility.inForce * by } }),
  ],
  [
    "insecurity",
    (by) => ({ ...model, hazard: { ...model.hazard, insecurity: model.hazard.insecurity * by } }),
  ],
  [
    "deterrence",
    (by) => ({ ...model, hazard: { ...model.hazard, deterrence: model.hazard.deterrence * by } }),
  ],
];

const scaled = SCALED.map(([name, of]) => [
  name,
  ...[0.75, 1.25].flatMap((by) =>
    LENSES.map((lens) => {
      const text = best(ratifying(0.8), lens, { ...scenario, aftermath: of(by) });
      return levels.filter((issue) => isInside(text, issue)).length;
    }),
  ),
]);

const paged = `# How the aftermath behaves

What the model of \`paris-2026\` says of its own designs, written by \`npm run aftermath\`. In this model, not in the world: the
weights are teaching parameters, not measurements. *Held* is the share of futures without renewed attack, escalation or breach
over five years, in per cent and in closed form: what incidents do to credibility on the way is left out.

## Calibration

Each cell: what a known design is taken to hold / what the model gives, at lens 0, 0.5 and 1; attacks only, as in the
table that the designs come from. The farthest is ${farthest.toFixed(3)} off. Nine designs stand as before. The last one was taken to
hold 0.85, 0.77 and 0.65 up to 0.5.0: more, on paper only and with supporters divided, than the adopted text after most have ratified it. That
promises are kept in about three cases of four is known of alliances in force (Leeds 2003); the assurances of 1994, a memorandum and
no ratified treaty, were not. So on paper the highest levels are now taken to hold as much as the adopted text that most have ratified where
protection does not provoke and, where it does, less than the adopted text that nobody has ratified.

${grid(["design", ...LENSES.map((lens) => `lens ${lens}`)], calibration)}

## The best text by the model

The level of each issue, bold where it is inside its scale; on how many levels it is; clauses in it; then what the best text, the highest
level of everything (with the clauses as adopted) and the adopted text hold. *As played*: who ratifies and who is aggrieved follow from the
text. Found by changes of one and two issues from three starts.

${grid(
  [
    "who ratifies",
    "lens",
    ...levels.map((issue) => issues[issue]!.options[0]!.id.slice(0, 3)),
    "inside",
    "clauses",
    "held",
    "highest",
    "adopted",
  ],
  bests,
)}

On how many levels the best text is inside, with 0.8 ratifying, when one parameter is a quarter less and a quarter more:

${grid(["parameter", ...["− ¼", "+ ¼"].flatMap((by) => LENSES.map((lens) => `${by}, lens ${lens}`))], scaled)}

## One step at the adopted text

What one option less / one more does to *held*, in percentage points.

${grid(
  ["at", ...["0.8 ratify", "as played"].flatMap((name) => LENSES.map((lens) => `${name}, lens ${lens}`))],
  steps,
)}

## Binding and ratified

*Held* of the adopted text by its level of bindingness and by who ratifies, at lens 0 / 0.5 / 1.

${grid(["ratified", ...issues[binding]!.options.map(({ id, label }) => `${label} (\`${id}\`)`)], bound)}
`;

if (process.argv.includes("--print")) console.log(paged);
else writeFileSync(new URL("../docs/aftermath.md", import.meta.url), paged);
