/** Every strategy by the name that scenarios and line-ups use. A new one is a file beside this and a row here. */
import type { STRATEGIES } from "../scenario/schema.ts";
import type { Strategy } from "./agent.ts";
import { delegate } from "./delegate.ts";
import { hardliner } from "./hardliner.ts";
import { hold } from "./hold.ts";
import { scripted } from "./scripted.ts";
import { uniform } from "./uniform.ts";

export const roster: Record<(typeof STRATEGIES)[number], Strategy> = {
  delegate,
  hold,
  hardliner,
  uniform,
  scripted,
};
