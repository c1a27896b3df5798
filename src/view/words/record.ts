/** The words of the record and of ballots, in the language that is spoken. */
import { record as english } from "./en/record.ts";
import { section } from "./messages.ts";

export const record = section("record", english);
