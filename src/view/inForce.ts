/**
 * What is in force if the present phase fails, in words: an agreed text binds on, but for options that need somebody who
 * has not consented. And what that is worth to a seat, beside what lies on the table.
 */
import type { Course } from "../protocol/course.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Game, PhaseResult } from "../protocol/move.ts";
import { boundNow } from "../protocol/talks.ts";
import type { Outcome } from "../scenario/outcome.ts";
import type { PublicScenario } from "../seat/public.ts";
import type { SeatTable } from "../seat/seatTable.ts";
import { walkAwayNow, worthNow } from "../seat/worth.ts";
import { bodiesOf } from "./ending.ts";
import { nameIn } from "./sentences.ts";
import { situation } from "./words/situation.ts";

const words = situation.inForce;

/** A part of an agreed text that does not hold without somebody's consent. */
export interface Fallback {
  readonly issue: string;
  /** Names inside a sentence. */
  readonly needs: readonly string[];
  readonly agreed: string;
  readonly instead: string;
}

/** What an outcome means beside the text that was signed. */
export interface Standing {
  readonly falls: readonly Fallback[];
  /** "Title: option" of each part that was agreed, differs from the status quo and stays. */
  readonly stays: readonly string[];
}

export interface InForceView extends Standing {
  /** What is in force, in one sentence. */
  readonly sentence: string;
  /** The sentence is the scenario's own. */
  readonly stated: boolean;
  /** What the bodies at home did with it; a sentence, or empty. */
  readonly home: string;
  /** To you, in points. */
  readonly worth: number;
  /** What lies on the table against it; undefined where nothing does. */
  readonly rival: { readonly kind: "text" | "offer"; readonly worth: number } | undefined;
}

export function inForceOf(own: SeatTable, game: Game): InForceView {
  const { scenario, course } = own;
  const phase = phaseNow(course, game);
  const written = scenario.phases[game.phase]!;
  const last = phase.disagreement === undefined ? game.results.at(-1) : undefined;
  const stated = written.protocol === "ratification" ? "" : written.disagreementText;
  const standing =
    last === undefined ? { falls: [], stays: [] } : standingOf(course, scenario, last, game.inForce);
  const offered = boundNow(phase, game) !== undefined;
  const rival = phase.protocol === "drafting" ? "text" : offered ? "offer" : undefined;
  return {
    ...standing,
    sentence: last === undefined ? stated : describeStanding(last, standing),
    stated: last === undefined,
    home: last === undefined ? "" : describeApproval(last),
    worth: walkAwayNow(own, game),
    rival: rival && { kind: rival, worth: worthNow(own, game, game.text) },
  };
}

/** `inForce` beside the text of a result. */
export function standingOf(
  { needs, table, statusQuo, isClause }: Course,
  scenario: PublicScenario,
  { outcome, signed }: PhaseResult,
  inForce: Outcome,
): Standing {
  const issues = scenario.issues.map((issue, i) => ({ ...issue, i }));
  const name = (i: number, option: number) => scenario.issues[i]!.options[option]!.label;
  return {
    falls: issues
      .filter(({ i }) => inForce[i] !== outcome[i])
      .map(({ i, label: issue }) => ({
        issue,
        needs: needs[table.offsets[i]! + outcome[i]!]!.filter((party) => !signed[party]).map((party) =>
          nameIn(scenario, party),
        ),
        agreed: name(i, outcome[i]!),
        instead: name(i, inForce[i]!),
      })),
    stays: issues
      .filter(({ i }) => inForce[i] === outcome[i] && inForce[i] !== statusQuo[i])
      .map(({ i, title }) => (isClause[i] ? title : words.part({ title, option: name(i, inForce[i]!) }))),
  };
}

/** What stands of a result, for whom, in one sentence. */
export function describeStanding({ signed }: PhaseResult, { falls }: Standing): string {
  const signatories = signed.filter(Boolean).length;
  if (signatories === 0) return words.nothing;
  return falls.length === 0
    ? words.stays({ signatories })
    : words.staysBut({ signatories, falls: falls.length });
}

/** How many bodies at home have approved it, in one sentence; empty where none was asked. */
export function describeApproval(result: PhaseResult): string {
  const { yes, no } = bodiesOf(result);
  const all = yes.length + no.length;
  return all === 0 ? "" : words.approved({ yes: yes.length, all });
}

/** "Military support: “Multinational force” needs Russia and falls back to “Arm, train, finance”." */
export function describeFallback({ issue, needs, agreed, instead }: Fallback): string {
  const values = { issue, agreed, instead };
  return needs.length === 0 ? words.falls(values) : words.fallsWithout({ ...values, needs });
}
