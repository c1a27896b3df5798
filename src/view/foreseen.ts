/** What the forecast expected of a ballot against what came of it, in one sentence: from the moves before it, and its votes. */
import type { Standpoint } from "../seat/standpoint.ts";
import { record } from "./words/record.ts";

/** Who is against a text and says that it hopes for more waits for another round, if one follows. */
function waitingIn({ games, moves }: Standpoint, index: number): number {
  const move = moves[index]!;
  const [before, after] = [games[index]!, games[index + 1]!];
  const goesOn = after.phase === before.phase && after.play.beat !== "ended";
  if (move.type !== "ballot" || !goesOn) return 0;
  return move.votes.filter((vote) => vote?.choice === "against" && vote.reason?.cause === "too-little")
    .length;
}

/** `index`: of the move. Undefined of what is no ballot on a draft, and where nothing was known before it. */
export function foreseenIn(at: Standpoint, index: number): string | undefined {
  const expected = at.foreseen[index];
  const move = at.moves[index]!;
  if (expected === undefined || move.type !== "ballot") return undefined;
  const came = move.votes.filter((vote) => vote?.choice === "for").length;
  return record.foreseen({ expected, came, waiting: waitingIn(at, index) });
}
