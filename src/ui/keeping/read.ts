/**
 * From a file that a person has chosen to what is in it: a scenario with all warnings, the text of a saved game, or why
 * neither. This is the long work of opening a file; a worker does it (`readWorker.ts`), so that it can be stopped.
 */
import { auditScenario } from "../../runs/audit.ts";
import { decodeText } from "../../scenario/reading/decode.ts";
import { contentOf } from "../../scenario/reading/foreign.ts";
import type { Parsed } from "../../scenario/reading/parse.ts";

export type Read =
  | { readonly kind: "scenario"; readonly parsed: Parsed }
  | { readonly kind: "run"; readonly text: string }
  /** `message`: why its text can't be read; the file itself can't be where there is none. */
  | { readonly kind: "unreadable"; readonly message?: string };

/** How far it has come. What can be played is `checking`: what follows from its rules is asked. */
export type Step = "reading" | "checking";

export type ReadFile = (file: File, tell: (step: Step) => void) => Promise<Read>;

export const readFile: ReadFile = async (file, tell) => {
  tell("reading");
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { kind: "unreadable" };
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { kind: "unreadable", message: decoded.message };
  const { text } = decoded;
  if (contentOf(text)?.kind === "run") return { kind: "run", text };
  return { kind: "scenario", parsed: auditScenario(text, () => tell("checking")) };
};
