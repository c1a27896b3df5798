/** The text as one seat reads it: every option with its words, its worth, what the mandate says and who spoke of it. */
import type { Phase } from "../protocol/course.ts";
import { amended } from "../protocol/drafting.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { brokenLimits, utility } from "../scenario/preference.ts";
import type { Claim, Scenario } from "../scenario/schema.ts";
import type { Table } from "../session/table.ts";

export interface ClaimView {
  readonly party: string;
  readonly partyId: string;
  readonly claim: Claim;
}

export interface OptionView {
  readonly option: number;
  readonly label: string;
  readonly text: string;
  /** It stands in the text on the table. */
  readonly stands: boolean;
  /** It is chosen in your draft (the text itself where you changed nothing). */
  readonly chosen: boolean;
  /** Change of your utility against the text on the table, if only this were changed; points. */
  readonly worth: number;
  /** With it, the text would break a limit of your mandate. */
  readonly breaksMandate: boolean;
  /** Parties whose statements fit this option and do not fit all of them. */
  readonly saidBy: readonly ClaimView[];
}

export interface IssueView {
  readonly index: number;
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly question: string;
  readonly kind: "level" | "clause";
  /** The level issue a clause belongs to, by id. */
  readonly opensWith: string | undefined;
  readonly open: boolean;
  /** The text differs from the opening text here. */
  readonly moved: boolean;
  /** Your draft differs from the text here. */
  readonly drafted: boolean;
  readonly options: readonly OptionView[];
}

/** `drafted` is the text with the seat's own draft; `open` the issues that may be changed now. */
export function issuesOf(
  { scenario, positions }: Table,
  phase: Phase,
  seat: number,
  text: Outcome,
  drafted: Outcome,
  open: readonly number[],
): IssueView[] {
  const preference = positions.preferences[seat]!;
  return scenario.issues.map((issue, index) => ({
    index,
    id: issue.id,
    title: issue.title,
    label: issue.label,
    question: issue.question,
    kind: issue.kind,
    opensWith: issue.opensWith,
    open: open.includes(index),
    moved: text[index] !== phase.opening[index],
    drafted: drafted[index] !== text[index],
    options: issue.options.map((option, o) => {
      const alone = amended(text, [[index, o]]);
      return {
        option: o,
        label: option.label,
        text: option.text,
        stands: text[index] === o,
        chosen: drafted[index] === o,
        worth: utility(preference, alone) - utility(preference, text),
        breaksMandate: brokenLimits(preference, alone).some((limit) => limit.issue === index),
        saidBy: claimsFor(scenario, index, o),
      };
    }),
  }));
}

/** Claims that name this option, but not every option of the issue. */
function claimsFor(scenario: Scenario, issueIndex: number, option: number): ClaimView[] {
  const issue = scenario.issues[issueIndex]!;
  return scenario.parties.flatMap((party) => {
    const claim = party.preferences.stakes[issue.id]?.claim;
    if (claim === undefined) return [];
    const at = (id: string | undefined, otherwise: number) =>
      id === undefined ? otherwise : issue.options.findIndex((o) => o.id === id);
    const min = at(claim.says.min, 0);
    const max = at(claim.says.max, issue.options.length - 1);
    // Shown with the bound it names, so that no statement is repeated at every option.
    const named = claim.says.min !== undefined ? min : max;
    return option === named ? [{ party: party.name, partyId: party.id, claim }] : [];
  });
}

/** The limits of a seat's mandate as sentences, and whether a text breaks them. */
export function limitsOf(table: Table, seat: number, text: readonly number[]) {
  const { scenario, positions } = table;
  const preference = positions.preferences[seat]!;
  const broken = brokenLimits(preference, text);
  return scenario.parties[seat]!.preferences.limits.map((limit, i) => {
    const issue = scenario.issues.find((candidate) => candidate.id === limit.issue)!;
    const label = (id: string | undefined) => issue.options.find((option) => option.id === id)?.label;
    const range =
      limit.min === undefined
        ? `${issue.label}: at most “${label(limit.max)}”`
        : limit.max === undefined
          ? `${issue.label}: at least “${label(limit.min)}”`
          : `${issue.label}: from “${label(limit.min)}” to “${label(limit.max)}”`;
    const unless = (limit.unless ?? []).map((condition) => {
      const other = scenario.issues.find((candidate) => candidate.id === condition.issue)!;
      return other.kind === "clause" ? `“${other.title}” is in the text` : `${other.label} is strong enough`;
    });
    const sentence = unless.length === 0 ? `${range}.` : `${range}, unless ${unless.join(" and ")}.`;
    return { sentence, broken: broken.includes(preference.limits[i]!) };
  });
}
