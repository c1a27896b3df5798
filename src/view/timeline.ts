/** The last picture of a game: its futures, half-year by half-year, drawn once the truth is opened. */
import { aftermathOf } from "../analysis/aftermath.ts";
import { isNegotiation } from "../protocol/course.ts";
import type { PhaseResult } from "../protocol/move.ts";
import { FATES } from "../world/fan.ts";
import { RUNS, wholePercents } from "./futures.ts";
import type { Truth } from "./result.ts";
import type { Scene, StageView } from "./stage.ts";
import { futures as words } from "./words/futures.ts";

/** The stage of a finished game with its futures, after the picture that the game has ended with. */
export function withFutures(stage: StageView, futures: Scene): StageView {
  return { ...stage, scene: futures, before: stage };
}

/** Undefined without a model. O(runs), so once a result. */
export function timelineOf({ table, seed }: Truth, results: readonly PhaseResult[]): Scene | undefined {
  const model = table.scenario.aftermath;
  const inForce = results.at(-1);
  if (model === undefined || inForce === undefined) return undefined;
  const { phases } = table.positions.course;
  const negotiated = results.findLast(({ phase }) => isNegotiation(phases[phase]!));
  const { fan } = aftermathOf(table, inForce, {}, seed, RUNS);
  const shares = wholePercents(fan.shares);
  const lead = { held: Math.round(fan.shares.held * 10), years: model.halfYears / 2 };
  return {
    kind: "aftermath",
    lead: negotiated?.end === "agreement" ? words.lead(lead) : words.leadWithout(lead),
    holding: fan.holding,
    fates: FATES.map((id) => ({ id, label: words.fate[id], share: shares[id] })),
  };
}
