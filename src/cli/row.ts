/** A row of `--out`: one game as published, on a line of its own; who signed is in its run file. */
import { z } from "zod";
import { ENDS } from "../protocol/move.ts";
import { gameSeed } from "../random.ts";
import type { FailedGame, Row, WrittenRow } from "../runs/row.ts";
import type { Scenario } from "../scenario/schema.ts";
import { QUESTIONS } from "../session/fault.ts";

const failedSchema = z.object({
  game: z.int(),
  seed: z.int(),
  error: z.object({
    seat: z.string(),
    agent: z.string(),
    asked: z.enum(QUESTIONS),
    phase: z.string(),
    round: z.int(),
    move: z.int(),
    act: z.exactOptional(z.string()),
    rule: z.string(),
  }),
});

const playedSchema = z.object({
  game: z.int(),
  seed: z.int(),
  phases: z.array(
    z.object({
      id: z.string(),
      end: z.enum(ENDS),
      round: z.int(),
      outcome: z.record(z.string(), z.string()),
    }),
  ),
  utilities: z.record(z.string(), z.number()),
  unity: z.number(),
  ratified: z.number(),
  aftermath: z.exactOptional(
    z.object({ held: z.number(), attack: z.number(), escalation: z.number(), breach: z.number() }),
  ),
});

const rowSchema = z.union([playedSchema, failedSchema]);

/** What a row is checked against when it is read back. */
export interface RowOf {
  readonly scenario: Scenario;
  /** Seed of the run. */
  readonly seed: number;
  readonly futures: number;
}

export function formatRow(row: Row): string {
  if (row.error !== undefined) return `${JSON.stringify(row)}\n`;
  const { signed: _, ...written } = row;
  return `${JSON.stringify(written)}\n`;
}

/** The row of a game from its line. Throws RangeError with the end of a sentence when it is another game's or damaged. */
export function parseRow(
  { scenario, seed, futures }: RowOf,
  line: string,
  game: number,
): WrittenRow | FailedGame {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new RangeError("is not JSON");
  }
  const { success, data } = rowSchema.safeParse(value);
  if (!success) throw new RangeError("is no row of a game");
  if (data.game !== game || data.seed !== gameSeed(seed, game)) {
    throw new RangeError(`is not game ${game} of seed ${seed}`);
  }
  if ("error" in data) return data;
  if (scenario.parties.some(({ id }) => data.utilities[id] === undefined)) {
    throw new RangeError("lacks the utility of a party");
  }
  if ((data.aftermath === undefined) !== (scenario.aftermath === undefined || futures === 0)) {
    throw new RangeError(`was not written with ${futures} futures`);
  }
  return data;
}
