/**
 * The scenario that a run carries, so that a game can be opened on another computer, after an update of the page and
 * after its author has gone on writing. Where the file at hand is played alike, that one is used: its prose is newer.
 */
import { parseScenario } from "../agents/parse.ts";
import { likenessOf } from "../protocol/replayed.ts";
import { type Transcript, TranscriptError } from "../protocol/transcript.ts";
import { differencesOf } from "../scenario/differences.ts";
import { hashOf } from "../scenario/hash.ts";
import { BOUNDS, type Scenario } from "../scenario/schema.ts";
import { packed, unpacked } from "./packed.ts";

/** The run with its scenario in it. */
export function carrying(transcript: Transcript, scenario: Scenario): Transcript {
  const { id, sha256 } = transcript.scenario;
  return { ...transcript, scenario: { id, sha256, file: packed(JSON.stringify(scenario)) } };
}

/** Undefined when the run carries none. Throws TranscriptError when that one is damaged. */
export function carriedBy({ scenario: { id, sha256, file } }: Transcript): Scenario | undefined {
  if (file === undefined) return undefined;
  const text = unpacked(file, BOUNDS.bytes);
  const parsed = text.ok ? parseScenario(text.text) : undefined;
  if (parsed === undefined) {
    throw new TranscriptError("The scenario that this run carries is damaged. Save the game again.");
  }
  if (!parsed.ok) {
    const [first] = parsed.problems;
    throw new TranscriptError(
      `The scenario that this run carries can't be played: at ${first?.path || "its top"}: ${first?.message}`,
    );
  }
  if (parsed.scenario.id !== id || hashOf(parsed.scenario) !== sha256) {
    throw new TranscriptError(
      `The scenario that this run carries is not the one it was played with: one of the two was changed. Use a copy of the game that nobody has edited.`,
    );
  }
  return parsed.scenario;
}

export type Fit =
  /** `note`: what can't be vouched for. */
  | { readonly kind: "fits"; readonly scenario: Scenario; readonly note: string | undefined }
  /** The scenario at hand is played otherwise than the one that the run carries. */
  | { readonly kind: "differs"; readonly carried: Scenario; readonly why: string };

const words = {
  elsewhere: (id: string) =>
    `This game belongs to the scenario "${id}", which does not come with Parley. Open its scenario file and the saved game together.`,
  changed: (id: string, engine: string) =>
    `What is played in "${id}" has changed since this run was made (engine ${engine}). Use the file it was made with.`,
  differs: (id: string, differences: readonly string[], more: number) =>
    `"${id}" is played otherwise now than in this game: ${differences.join("; ")}${more > 0 ? `; and ${more} more differences` : ""}.`,
  unknown: (id: string, engine: string) =>
    `This game was made by Parley ${engine} with another text of "${id}" than the one at hand, and it does not say what of it is played. All its moves are legal in the one at hand, so that one is used; what it is worth to whom may differ.`,
} as const;

const NAMED = 3;

/** Which scenario a run is to be played with. Throws TranscriptError when there is none. */
export function fitOf(run: Transcript, atHand: Scenario | undefined): Fit {
  const { engine } = run;
  const { id } = run.scenario;
  const likeness = atHand && likenessOf(run, atHand);
  if (atHand !== undefined && likeness !== "otherwise") {
    const note = likeness === "unknown" ? words.unknown(id, engine) : undefined;
    return { kind: "fits", scenario: atHand, note };
  }
  const carried = carriedBy(run);
  if (atHand === undefined) {
    if (carried === undefined) throw new TranscriptError(words.elsewhere(id));
    return { kind: "fits", scenario: carried, note: undefined };
  }
  if (carried === undefined) throw new TranscriptError(words.changed(id, engine));
  const differences = differencesOf(carried, atHand);
  const why = words.differs(id, differences.slice(0, NAMED), differences.length - NAMED);
  return { kind: "differs", carried, why };
}
