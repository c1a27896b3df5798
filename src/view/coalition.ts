/**
 * How everybody else stands, as the public knows it: the forecast of the public model, votes where there are some,
 * the blocs with their states, and what each is most likely to mind.
 */
import { isNegotiation } from "../protocol/course.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Vote } from "../protocol/move.ts";
import { boundParties } from "../protocol/talks.ts";
import { momentOf, toldOfParty } from "../seat/calibrated.ts";
import { signersOf, timeIn } from "../seat/chances.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { signaturesNow } from "../seat/support.ts";
import type { Stance } from "./stage.ts";
import { told } from "./words/told.ts";

/** Chances from which something is possible, and from which it is likely; and from which a party leans towards a text. */
const POSSIBLE = 1 / 3;
const LIKELY = 2 / 3;
const LEANING = 0.4;
/** From here on what is in the way of a party is worth a word: a chance that it is barred, or what it is worth less than nothing. */
const WORTH_NAMING = 0.03;

/** How likely something is, as a word; unknown where nobody has said or done anything that tells. */
export type Likelihood = "unknown" | "unlikely" | "possible" | "likely";

export function likelihood(chance: number, known = true): Likelihood {
  if (!known) return "unknown";
  if (chance < POSSIBLE) return "unlikely";
  return chance < LIKELY ? "possible" : "likely";
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
  const { own, game } = at;
  const votes = ballotOnText(at, text);
  const phase = phaseNow(own.course, game);
  const bound = new Set(boundParties(phase, game));
  const chances = signingNow(at, text);
  return own.scenario.parties.map((_, party) => {
    if (!phase.parties.includes(party)) return "unknown";
    const vote = votes?.[party];
    if (vote) return vote.reservation !== undefined ? "reserve" : vote.choice;
    if (bound.has(party)) return "for";
    const chance = chances(party);
    if (chance === undefined) return "unknown";
    if (chance >= LIKELY) return "for";
    return chance >= LEANING ? "leaning" : "against";
  });
}

/** Chance that each party signs a text tonight; undefined for those of whom nothing is known or asked. */
export function signingNow(
  { own: { course }, game, belief }: Standpoint,
  text: readonly number[],
): (party: number) => number | undefined {
  const phase = phaseNow(course, game);
  if (!isNegotiation(phase)) return () => undefined;
  const signers = new Set(signersOf(phase));
  const time = timeIn(phase, game.round);
  const signs = signaturesNow(belief, phase, text, time);
  const moment = momentOf(phase, game.round);
  const kept = signs.map((chance) => toldOfParty(chance, moment));
  return (party) => (signers.has(party) && belief.heard[party] === 1 ? kept[party]! : undefined);
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
  at: Standpoint,
  text: readonly number[],
  required: readonly number[],
): ForecastRow[] {
  const chances = signingNow(at, text);
  return required.map((party) => {
    const chance = chances(party);
    const { id, name } = at.own.scenario.parties[party]!;
    return {
      id,
      name,
      chance: chance ?? 0.5,
      word: likelihood(chance ?? 0.5, chance !== undefined),
      required: true,
    };
  });
}

export function blocsOf(at: Standpoint, text: readonly number[], stances: readonly Stance[]): BlocView[] {
  const { scenario, course } = at.own;
  const phase = phaseNow(course, at.game);
  const chances = signingNow(at, text);
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
          chance: chances(index) ?? 0.5,
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

/** What is most in the way of a party, if anything is enough to speak of: of a clause, which way. */
function worryOf(
  { own: { scenario, course }, game, belief }: Standpoint,
  party: number,
  text: readonly number[],
): string | undefined {
  const { worth, barred } = belief;
  const doubt = (issue: number) => {
    const at = (course.table.offsets[issue]! + text[issue]!) * course.parties + party;
    return barred[at]! - worth[at]!;
  };
  const { issues } = phaseNow(course, game);
  const [first] = issues;
  if (first === undefined) return undefined;
  const worst = issues.reduce((most, issue) => (doubt(issue) > doubt(most) ? issue : most), first);
  if (doubt(worst) < WORTH_NAMING) return undefined;
  const { kind, label, title } = scenario.issues[worst]!;
  if (kind === "level") return label;
  return text[worst] === 0 ? told.effects.outOfText({ title }) : told.effects.inText({ title });
}
