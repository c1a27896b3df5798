/**
 * The stage's share of the view: the same facts as the panels, reduced to seats, seals and who acts, in the picture of
 * the phase. A move that ends a phase is seen in the old picture first, so the view then holds both.
 */
import { openIssues } from "../protocol/drafting.ts";
import { phaseNow, toMove } from "../protocol/game.ts";
import type { Beat, Change, Game } from "../protocol/move.ts";
import type { Table } from "../seat/compiled.ts";
import type { Snapshot } from "../session/session.ts";
import { stancesOf } from "./coalition.ts";
import { motionAt, sceneAt, timelineOf } from "./scenes.ts";
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

/** `seed`: of the game, for the futures of its result. */
export function stageOf(
  table: Table,
  snapshot: Snapshot,
  seat: number,
  stances: readonly Stance[],
  draft: readonly Change[],
  seed: number,
): StageView {
  const { game, games } = snapshot;
  const now = pictureOf(table, snapshot, seat, stances, draft);
  const timeline = timelineOf(table, snapshot, seat, seed);
  const phaseEnded = game.results.length > (games.at(-2)?.results.length ?? 0);
  if (!phaseEnded || (game.beat === "ended" && !timeline))
    return { ...now, ...(timeline && { scene: timeline }) };
  const then = closingOf(table, snapshot);
  const before = pictureOf(table, then, seat, stancesOf(table, then, then.game.text), []);
  return { ...now, ...(timeline && { scene: timeline }), before };
}

/** The game as it would stand after the last move if no other phase had followed. */
function closingOf(table: Table, snapshot: Snapshot): Snapshot {
  const { games } = snapshot;
  const before = games.at(-2)!;
  const { seats } = phaseNow(table.positions.course, before);
  const result = snapshot.game.results.at(-1)!;
  const game: Game = {
    ...before,
    beat: "ended",
    motion: null,
    text: result.outcome.slice(),
    bound:
      result.end === "agreement"
        ? seats.flatMap(({ mediator }, side) => (mediator ? [] : [side]))
        : before.bound,
    results: snapshot.game.results,
  };
  return { ...snapshot, game, games: games.with(-1, game), ended: true };
}

function pictureOf(
  table: Table,
  snapshot: Snapshot,
  seat: number,
  stances: readonly Stance[],
  draft: readonly Change[],
): StageView {
  const { game, moves } = snapshot;
  const { scenario, positions } = table;
  const { course } = positions;
  const phase = phaseNow(course, game);
  const ended = game.beat === "ended";
  const last = moves.at(-1);
  const votes = last?.type === "ballot" ? last.votes : undefined;
  const turn = toMove(course, game);
  const speaking = turn?.who === "speaker" ? turn.party : game.motion?.party;
  const text = ended ? (game.results.at(-1)?.outcome ?? game.text) : game.text;
  const open = ended ? [] : openIssues(phase, game);
  const talking = phase.protocol === "talks";
  const proposed = talking ? draft : (game.motion?.changes ?? draft);
  const scene = sceneAt(table, snapshot);
  const offered = scene.kind === "talks" && scene.offer !== undefined;
  const bound = (party: number) =>
    offered && (game.bound?.some((side) => phase.seats[side]!.members.includes(party)) ?? false);
  const mediates = (party: number) =>
    phase.seats.some((side) => side.mediator && side.members.includes(party));
  const motion = motionAt(table, snapshot);
  const end = game.results.at(-1)?.end;
  return {
    moment: moves.length,
    beat: BEATS[game.beat],
    ...(ended && end !== undefined && { end }),
    title: scenario.phases[game.phase]!.title,
    scene,
    delegations: scenario.parties.map(({ id, name, code, bloc }, party) => {
      const vote = votes?.[party];
      const reserved = vote?.reservation !== undefined;
      return {
        id,
        name,
        code,
        bloc,
        place: !phase.parties.includes(party)
          ? "away"
          : mediates(party)
            ? "head"
            : phase.principals.includes(party)
              ? "front"
              : "bench",
        stance: mediates(party)
          ? "unknown"
          : vote
            ? reserved
              ? "reserve"
              : vote.choice
            : (stances[party] ?? "unknown"),
        voted: vote != null || bound(party),
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
