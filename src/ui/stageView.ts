/** The stage's share of the view: the same facts as the panels, reduced to seats, seals and who acts. */
import { openIssues } from "../protocol/drafting.ts";
import { phaseNow, toMove } from "../protocol/game.ts";
import type { Beat, Change } from "../protocol/move.ts";
import type { Snapshot } from "../session/session.ts";
import type { Table } from "../session/table.ts";
import type { StageView, Stance } from "./stage/view.ts";

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

export function stageOf(
  table: Table,
  { game, games, moves }: Snapshot,
  seat: number,
  stances: readonly Stance[],
  draft: readonly Change[],
): StageView {
  const { scenario, positions } = table;
  const { course } = positions;
  const phase = phaseNow(course, game);
  const ended = game.beat === "ended";
  const last = moves.at(-1);
  const before = games.at(-2);
  const votes = last?.type === "ballot" ? last.votes : undefined;
  const turn = toMove(course, game);
  const speaking = turn?.who === "speaker" ? turn.party : game.motion?.party;
  const text = ended ? (game.results.at(-1)?.outcome ?? game.text) : game.text;
  const open = ended ? [] : openIssues(phase, game);
  const proposed = game.motion?.changes ?? draft;
  const offer =
    last?.type === "offer" && before
      ? { party: last.party, changes: changesBetween(before.text, last.outcome) }
      : undefined;
  const motion = offer ?? game.motion ?? (last?.type === "ballot" ? before?.motion : undefined);
  const carried = motion?.changes.every(([issue, option]) => game.text[issue] === option);
  const end = game.results.at(-1)?.end;
  return {
    moment: moves.length,
    beat: BEATS[game.beat],
    ...(ended && end !== undefined && { end }),
    title: scenario.phases[game.phase]!.title,
    delegations: scenario.parties.map(({ id, name, code, bloc }, party) => {
      const vote = votes?.[party];
      return {
        id,
        name,
        code,
        bloc,
        place: !phase.parties.includes(party) ? "away" : phase.principals.includes(party) ? "front" : "bench",
        stance: vote
          ? vote.reservation !== undefined
            ? "reserve"
            : vote.choice
          : (stances[party] ?? "unknown"),
        voted: vote != null,
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
    ...(motion &&
      motion.changes.length > 0 && {
        motion: {
          by: scenario.parties[motion.party]!.id,
          seals: motion.changes.map(([issue]) => scenario.issues[issue]!.id),
          ...(game.motion === null && carried !== undefined && { carried }),
        },
      }),
  };
}

function changesBetween(before: readonly number[], after: readonly number[]): Change[] {
  return after.flatMap((option, issue): Change[] => (option === before[issue] ? [] : [[issue, option]]));
}
