/**
 * The stage's share of the view: the same facts as the panels, reduced to seats, seals and who acts, in the picture of
 * the phase. A move that ends a phase is seen in the old picture first, so the view then holds both.
 */
import { openIssues } from "../protocol/course.ts";
import { motionNow } from "../protocol/drafting.ts";
import { phaseNow, toMove } from "../protocol/game.ts";
import type { Beat, Change, Game } from "../protocol/move.ts";
import { boundParties, councilNow } from "../protocol/talks.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import { stancesOf } from "./coalition.ts";
import { type Role, roleIn } from "./course.ts";
import { motionAt, sceneAt } from "./scenes.ts";
import type { StageView, Stance } from "./stage.ts";

/** The stage knows the beats of a round; talks are drawn with the same ones. */
const BEATS: Record<Beat, StageView["beat"]> = {
  news: "news",
  floor: "floor",
  ballot: "ballot",
  adoption: "adoption",
  turn: "floor",
  council: "ballot",
  ratification: "news",
  ended: "ended",
};

/** Where a delegation sits, by what it does in the phase. */
const PLACES: Record<Role, StageView["delegations"][number]["place"]> = {
  speaker: "front",
  voter: "bench",
  side: "front",
  spokesperson: "front",
  member: "bench",
  mediator: "head",
  signatory: "bench",
  observer: "away",
};

/** `closing`: how the phase looked that the last move has ended, while another follows. */
export function stageOf(
  at: Standpoint,
  stances: readonly Stance[],
  draft: readonly Change[],
  closing: StageView | undefined,
): StageView {
  return { ...pictureOf(at, stances, draft), ...(closing && { before: closing }) };
}

/** The picture as it would be after the last move if no other phase had followed; undefined when none has. */
export function closingOf(at: Standpoint): StageView | undefined {
  const { game, games } = at;
  const { results } = game;
  if (results.length === (games.at(-2)?.results.length ?? 0) || game.play.beat === "ended") return undefined;
  const text = results.at(-1)!.outcome.slice();
  const over: Game = { ...games.at(-2)!, play: { protocol: null, beat: "ended" }, text, results };
  const then: Standpoint = { ...at, game: over, games: games.with(-1, over) };
  return pictureOf(then, stancesOf(then, text), []);
}

function pictureOf(at: Standpoint, stances: readonly Stance[], draft: readonly Change[]): StageView {
  const { own, game, moves } = at;
  const { scenario, course, party: seat } = own;
  const phase = phaseNow(course, game);
  const ended = game.play.beat === "ended";
  const last = moves.at(-1);
  const votes = last?.type === "ballot" ? last.votes : undefined;
  const turn = toMove(course, game);
  const speaking =
    turn?.who === "speaker" ? turn.party : (motionNow(game)?.party ?? councilNow(phase, game)?.spokesperson);
  const text = ended ? (game.results.at(-1)?.outcome ?? game.text) : game.text;
  const open = ended ? [] : openIssues(phase, game);
  const talking = phase.protocol === "talks";
  const proposed = talking ? draft : (motionNow(game)?.changes ?? draft);
  const scene = sceneAt(at);
  const offered = scene.kind === "talks" && scene.offer !== undefined;
  const bound = new Set(offered ? boundParties(phase, game) : []);
  const motion = motionAt(at);
  const end = game.results.at(-1)?.end;
  return {
    moment: moves.length,
    beat: BEATS[game.play.beat],
    ...(ended && end !== undefined && { end }),
    title: scenario.phases[game.phase]!.title,
    scene,
    delegations: scenario.parties.map(({ id, name, code, bloc }, party) => {
      const vote = votes?.[party];
      const role = roleIn(phase, party);
      const reserved = vote?.reservation !== undefined;
      return {
        id,
        name,
        code,
        bloc,
        place: PLACES[role],
        stance:
          role === "mediator"
            ? "unknown"
            : vote
              ? reserved
                ? "reserve"
                : vote.choice
              : (stances[party] ?? "unknown"),
        voted: vote != null || bound.has(party),
        you: party === seat,
        speaking: party === speaking,
      } as const;
    }),
    seals: scenario.issues.map(({ id, label, kind, options }, issue) => {
      const change = proposed.find(([changed]) => changed === issue);
      return {
        id,
        label,
        kind,
        option: text[issue]!,
        options: options.length,
        open: open.includes(issue),
        ...(change !== undefined && { proposed: change[1] }),
      };
    }),
    ...(motion && { motion }),
  };
}
