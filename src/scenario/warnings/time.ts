/**
 * What is told too early, and by whom it is told: statements and sources later than the day up to which a scenario tells
 * positions, something shown in play that rests on what is not, and state media that speak for another state.
 */
import type { Path } from "../problem.ts";
import { claimInPlay, claimsOn, sourcesInPlay } from "../reveal.ts";
import type { Scenario } from "../schema.ts";
import type { Warn } from "./warning.ts";

/** A list of source ids somewhere in the file that players see before the result, and for whom it speaks. */
interface Citation {
  readonly ids: readonly string[];
  readonly path: Path;
  /** Index of the party whose position it is; undefined where it is nobody's own. */
  readonly party?: number;
  readonly inPlay: boolean;
}

export function checkNothingIsToldEarly(scenario: Scenario, warn: Warn): void {
  const { asOf, sources, parties } = scenario;
  parties.forEach(({ preferences }, p) => {
    for (const [issue, stake] of Object.entries(preferences.stakes)) {
      const claim = claimInPlay(stake);
      if (claim === undefined || !isLater(claim.date, asOf)) continue;
      const message = `This was said on ${claim.date}, after ${asOf}, up to which positions are told.`;
      const place = Array.isArray(stake.claim) ? [stake.claim.indexOf(claim)] : [];
      warn(
        "told-early",
        ["parties", p, "preferences", "stakes", issue, "claim", ...place, "date"],
        `${message} Give the claim "reveal": "result", or move "asOf".`,
      );
    }
  });
  const shown = new Set(sourcesInPlay(scenario).map(({ id }) => id));
  sources.forEach(({ id, date, reveal }, i) => {
    if (!shown.has(id) || reveal !== undefined || date === undefined || !isLater(date, asOf)) return;
    const message = `"${id}" is of ${date}, after ${asOf}, up to which positions are told.`;
    warn(
      "told-early",
      ["sources", i],
      `${message} Give it "reveal": "result", or "start" if it tells only of what was so by then.`,
    );
  });
}

/** Dates of less than a day are later only if their whole span is; what is no date is not compared. */
function isLater(date: string, asOf: string): boolean {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(date)) return false;
  const length = Math.min(date.length, asOf.length);
  return date.slice(0, length) > asOf.slice(0, length);
}

/** What is shown in play can't be looked up there if its source waits for the result. */
export function checkSourcesAreShown(scenario: Scenario, warn: Warn): void {
  const waiting = new Set(scenario.sources.filter(({ reveal }) => reveal === "result").map(({ id }) => id));
  for (const { ids, path, inPlay } of citations(scenario)) {
    if (!inPlay) continue;
    ids.forEach((id, i) => {
      if (!waiting.has(id)) return;
      const message = `This is told in play, but its source "${id}" is shown only with the result.`;
      warn(
        "hidden-source",
        [...path, i],
        `${message} Let it wait too ("reveal": "result"), or cite another source.`,
      );
    });
  }
}

/** State media are evidence of what their own state says, and of nothing else. */
export function checkStateMedia(scenario: Scenario, warn: Warn): void {
  scenario.sources.forEach(({ id, kind, state }, i) => {
    if ((kind === "state-media") === (state !== undefined)) return;
    const message =
      state === undefined
        ? `"${id}" is of state media: name the state, such as "state": "RU".`
        : `"${id}" names a state and is not of state media. Write "kind": "state-media" or remove "state".`;
    warn("state-media", ["sources", i], message);
  });
  const states = new Map(
    scenario.sources.flatMap(({ id, kind, state }) => (kind === "state-media" ? [[id, state]] : [])),
  );
  for (const { ids, path, party } of citations(scenario)) {
    const flag = party === undefined ? undefined : scenario.parties[party]!.flag;
    ids.forEach((id, i) => {
      const state = states.get(id);
      if (state === undefined || state === flag) return;
      const message = `"${id}" is of the state media of ${state}, which speak for that state's own position only.`;
      warn("state-media", [...path, i], `${message} Cite another source.`);
    });
  }
}

/** Every list of sources but those of what really happened and how it is read, where each side has its own word. */
function citations({ parties, issues, linkages, events = [], levers = [] }: Scenario): readonly Citation[] {
  return [
    ...parties.flatMap(({ brief, ratification, preferences }, party) => {
      const own = (ids: readonly string[] = [], path: Path, inPlay = true) => ({
        ids,
        path: ["parties", party, ...path],
        party,
        inPlay,
      });
      return [
        own(brief.sources, ["brief", "sources"]),
        own(ratification?.sources, ["ratification", "sources"]),
        ...preferences.limits.map(({ sources }, l) => own(sources, ["preferences", "limits", l, "sources"])),
        ...Object.entries(preferences.stakes).flatMap(([issue, stake]) =>
          claimsOn(stake).map(({ sources, reveal }, c) => {
            const place = Array.isArray(stake.claim) ? ["claim", c] : ["claim"];
            return own(sources, ["preferences", "stakes", issue, ...place, "sources"], reveal === undefined);
          }),
        ),
      ];
    }),
    ...issues.flatMap(({ options }, i) =>
      options.map(({ sources = [] }, o) => ({
        ids: sources,
        path: ["issues", i, "options", o, "sources"],
        inPlay: true,
      })),
    ),
    ...linkages.map(({ sources = [] }, i) => ({
      ids: sources,
      path: ["linkages", i, "sources"],
      inPlay: false,
    })),
    ...[["events", events] as const, ["levers", levers] as const].flatMap(([list, cards]) =>
      cards.map(({ sources = [], reveal }, i) => ({
        ids: sources,
        path: [list, i, "sources"],
        inPlay: reveal === undefined,
      })),
    ),
  ];
}
