/** The words of decision rules, in the language that is spoken. */
import { rules as english } from "./en/rules.ts";
import { section } from "./messages.ts";

export const rules = section("rules", english);
