/** A running game as it is kept: the run with its scenario in it, and the draft by ids. */
import type { Change } from "../../protocol/move.ts";
import type { Transcript } from "../../protocol/transcript.ts";
import type { Scenario } from "../../scenario/schema.ts";
import { carrying } from "../../session/carried.ts";
import type { Session } from "../../session/session.ts";
import type { Snapshot } from "../../session/snapshot.ts";

/** The run with its scenario, made once for each state and packed once for the game. */
export function savedWith(session: Session, scenario: Scenario): () => Transcript {
  let of: Snapshot | undefined;
  let run: Transcript | undefined;
  let file: string | undefined;
  return () => {
    const now = session.snapshot();
    if (run !== undefined && of === now) return run;
    const bare = session.transcript();
    run = file === undefined ? carrying(bare, scenario) : { ...bare, scenario: { ...bare.scenario, file } };
    file = run.scenario.file;
    of = now;
    return run;
  };
}

export function draftOf(
  scenario: Scenario,
  written: readonly (readonly [string, string])[],
): readonly Change[] {
  return written.flatMap(([issueId, optionId]) => {
    const issue = scenario.issues.findIndex(({ id }) => id === issueId);
    const option = scenario.issues[issue]?.options.findIndex(({ id }) => id === optionId) ?? -1;
    return option < 0 ? [] : [[issue, option] as const];
  });
}
