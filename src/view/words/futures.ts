/** The words of the aftermath, in the language that is spoken. */
import { futures as english } from "./en/futures.ts";
import { section } from "./messages.ts";

export const futures = section("futures", english);
