/** The words of where a seat stands, in the language that is spoken. */
import { situation as english } from "./en/situation.ts";
import { section } from "./messages.ts";

export const situation = section("situation", english);
