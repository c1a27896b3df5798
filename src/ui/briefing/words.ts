/** The words of this room, in the language that is spoken. */
import { briefing as english } from "../../view/words/en/briefing.ts";
import { section } from "../../view/words/messages.ts";

export const briefing = section("briefing", english);
