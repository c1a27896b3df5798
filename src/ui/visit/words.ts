/** The words of this room, in the language that is spoken. */
import { visit as english } from "../../view/words/en/visit.ts";
import { section } from "../../view/words/messages.ts";

export const visit = section("visit", english);
