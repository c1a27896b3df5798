/** Dates as they are said, by themselves: the start page and the briefing say them before any rule is loaded. */
import { told } from "./words/told.ts";

/** "6 January 2026", "January 2026" or "2026". */
export function dateName(date: string): string {
  return told.day({ date });
}
