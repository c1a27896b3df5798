/**
 * How everybody else stands, as the public knows it: the forecast of the public model, votes where there are some,
 * the blocs with their states, and what each is most likely to mind.
 */
import { phaseNow } from "../protocol/game.ts";
import type { Vote } from "../protocol/move.ts";
import { boundParties } from "../protocol/talks.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { doubtAbout, supportOf } from "../seat/support.ts";
import type { Stance } from "./stage.ts";
import { told } from "./words/told.ts";

/** How likely something is, as one of three words. */
export type Likelihood = "unlikely" | "possible" | "likely";

export function likelihood(chance: number): Likelihood {
  if (chance < 0.34) return "unlikely";
  return chance < 0.67 ? "possible" : "likely";
}

export interface ForecastRow {
  readonly id: string;
  readonly name: string;
  /** Estimated chance that it would agree to the text of the draft, from 0 to 1. */
  readonly chance: number;
  readonly word: Likelihood;
  readonly required: boolean;
}

export interface StateView {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly stance: Stance;
  readonly chance: number;
  readonly worry: string | undefined;
}

export interface BlocView {
  readonly name: string;
  readonly for: number;
  readonly leaning: number;
  readonly against: number;
  readonly states: readonly StateView[];
}

/** How each party stands on a text, by party: its vote if this text has just been voted on, otherwise the estimate. */
export function stancesOf(at: Standpoint, text: readonly number[]): readonly Stance[] {
  const { own, game, support } = at;
  const votes = ballotOnText(at, text);
  const phase = phaseNow(own.course, game);
  const bound = new Set(boundParties(phase, game));
  return own.scenario.parties.map((_, party) => {
    if (!phase.parties.includes(party)) return "unknown";
    const vote = votes?.[party];
    if (vote) return vote.reservation !== undefined ? "reserve" : vote.choice;
    if (bound.has(party)) return "for";
    const chance = supportOf(support, party, text);
    if (chance >= 0.67) return "for";
    return chance >= 0.4 ? "leaning" : "against";
  });
}

/** The votes of the latest adoption ballot, if it was on this very text. */
function ballotOnText(
  { games, moves, game }: Standpoint,
  text: readonly number[],
): readonly (Vote | null)[] | undefined {
  const index = moves.findLastIndex(
    (move, i) => move.type === "ballot" && games[i]!.play.beat === "adoption",
  );
  if (index < 0) return undefined;
  const same = games[index]!.text.every((option, issue) => option === text[issue]);
  const fresh = game.play.beat === "ended" || game.phase === games[index]!.phase;
  const move = moves[index]!;
  return same && fresh && move.type === "ballot" ? move.votes : undefined;
}

export function forecastRows(
  { own: { scenario }, support }: Standpoint,
  text: readonly number[],
  required: readonly number[],
): ForecastRow[] {
  return required.map((party) => {
    const chance = supportOf(support, party, text);
    const { id, name } = scenario.parties[party]!;
    return { id, name, chance, word: likelihood(chance), required: true };
  });
}

export function blocsOf(at: Standpoint, text: readonly number[], stances: readonly Stance[]): BlocView[] {
  const { scenario, course } = at.own;
  const phase = phaseNow(course, at.game);
  const names = [...new Set(phase.parties.map((p) => scenario.parties[p]!.bloc))];
  return names.map((name) => {
    const states = phase.parties
      .filter((p) => scenario.parties[p]!.bloc === name)
      .map((index): StateView => {
        const { id, name: partyName, code } = scenario.parties[index]!;
        return {
          index,
          id,
          name: partyName,
          code,
          stance: stances[index]!,
          chance: supportOf(at.support, index, text),
          worry: worryOf(at, index, text),
        };
      });
    const count = (...wanted: Stance[]) => states.filter((state) => wanted.includes(state.stance)).length;
    return {
      name,
      for: count("for", "reserve"),
      leaning: count("leaning"),
      against: count("against"),
      states,
    };
  });
}

/** What the public model doubts most for a party, if it doubts anything enough to speak of: of a clause, which way. */
function worryOf(
  { own: { scenario }, support }: Standpoint,
  party: number,
  text: readonly number[],
): string | undefined {
  const doubt = (issue: number) => doubtAbout(support, party, issue, text[issue]!);
  const worst = text.reduce((most, _, issue) => (doubt(issue) > doubt(most) ? issue : most), 0);
  if (doubt(worst) < 0.1) return undefined;
  const { kind, label, title } = scenario.issues[worst]!;
  if (kind === "level") return label;
  return text[worst] === 0 ? told.effects.outOfText({ title }) : told.effects.inText({ title });
}
