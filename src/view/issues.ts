/** The text as one seat reads it: every option with its words, its worth, what the mandate says and who spoke of it. */
import { amended } from "../protocol/drafting.ts";
import { cardsNow, phaseNow } from "../protocol/game.ts";
import type { Change, Game } from "../protocol/move.ts";
import type { Outcome } from "../scenario/outcome.ts";
import { partiesOfAll } from "../scenario/parties.ts";
import { breaks, type Limit } from "../scenario/preference.ts";
import type { PublicScenario } from "../seat/public.ts";
import { preferenceNow } from "../seat/seats.ts";
import type { SeatTable } from "../seat/seatTable.ts";
import { concerned, effectsOf, issueOf, writtenCard } from "../world/cards.ts";
import { type ClaimView, claimsFor } from "./claims.ts";
import { describeConditions } from "./conditions.ts";
import { roleIn } from "./course.ts";
import { nameIn } from "./sentences.ts";
import { situation } from "./words/situation.ts";

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
  /** Names inside a sentence of those without whose consent it does not hold. */
  readonly needs: readonly string[];
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

/** Before anything is drafted. `limits`: of the seat's mandate; `open`: the issues that may be changed now; `worth`: what an outcome would be worth to the seat. */
export function issuesOf(
  scenario: PublicScenario,
  limits: readonly OwnLimit[],
  opening: Outcome,
  text: Outcome,
  open: readonly number[],
  worth: (outcome: Outcome) => number,
): IssueView[] {
  const stands = worth(text);
  return scenario.issues.map((issue, index) => ({
    index,
    id: issue.id,
    title: issue.title,
    label: issue.label,
    question: issue.question,
    kind: issue.kind,
    opensWith: issue.opensWith,
    open: open.includes(index),
    moved: text[index] !== opening[index],
    drafted: false,
    options: issue.options.map((option, o) => {
      const alone = amended(text, [[index, o]]);
      return {
        option: o,
        label: option.label,
        text: option.text,
        stands: text[index] === o,
        chosen: text[index] === o,
        worth: worth(alone) - stands,
        breaksMandate: limits.some(({ limit }) => limit.issue === index && breaks(limit, alone)),
        needs: partiesOfAll(scenario, option.needs ?? []).map((party) => nameIn(scenario, party)),
        saidBy: claimsFor(scenario, index, o),
      };
    }),
  }));
}

/** The same with the changes of a draft; issues and options that it leaves alone are the same objects. */
export function withDraft(issues: readonly IssueView[], draft: readonly Change[]): IssueView[] {
  const drafted = new Map(draft);
  return issues.map((issue) => {
    const chosen = drafted.get(issue.index);
    if (chosen === undefined) return issue;
    const options = issue.options.map((option) => {
      const now = option.option === chosen;
      return option.chosen === now ? option : { ...option, chosen: now };
    });
    return { ...issue, drafted: true, options };
  });
}

export interface LimitView {
  /** A sentence. */
  readonly sentence: string;
  /** The text given breaks it. */
  readonly broken: boolean;
  /** Titles of the cards that have moved it; empty when it is as the mandate has it. */
  readonly movedBy: readonly string[];
}

const words = situation.limits;

/** A limit of a seat's mandate as it is with the cards on the table. */
export interface OwnLimit extends Omit<LimitView, "broken"> {
  readonly limit: Limit;
}

/** None for a mediator: it signs nothing that could break them. */
export function limitsNow(own: SeatTable, game: Game): readonly OwnLimit[] {
  if (roleIn(phaseNow(own.course, game), own.party) === "mediator") return [];
  const written = own.preference.limits;
  return preferenceNow(own, game).limits.map((limit, i) => {
    const was = written[i];
    const moved = was === undefined || was.min !== limit.min || was.max !== limit.max;
    return {
      limit,
      sentence: describeLimit(own.scenario, limit),
      movedBy: moved ? moversOf(own, game, limit.issue) : [],
    };
  });
}

/** Which limits a text breaks. */
export function limitsIn(limits: readonly OwnLimit[], text: Outcome): readonly LimitView[] {
  return limits.map(({ limit, sentence, movedBy }) => ({ sentence, broken: breaks(limit, text), movedBy }));
}

function describeLimit(scenario: PublicScenario, { issue, min, max, unless }: Limit): string {
  const { label, options } = scenario.issues[issue]!;
  const last = options.length - 1;
  if (min === 0 && max === last) return words.none({ label });
  const range = min === 0 ? "atMost" : max === last ? "atLeast" : "between";
  const values = { label, least: options[min]!.label, most: options[max]!.label };
  const conditions = describeConditions(scenario, unless);
  return conditions.length === 0 ? words[range](values) : words.unless[range]({ ...values, conditions });
}

/** Titles of the cards on the table that move a seat's limits on an issue, each once. */
function moversOf({ scenario, course, party }: SeatTable, game: Game, issue: number): string[] {
  const movers = cardsNow(course, game).filter((played) =>
    effectsOf(course.cards, played).some(
      (effect) =>
        effect.changes === "limit" &&
        issueOf(effect.issue, played) === issue &&
        concerned(effect.who, played).includes(party),
    ),
  );
  return [...new Set(movers.map(({ card }) => writtenCard(scenario, card).title))];
}
