/** The words of this room, in the language that is spoken. */
import { start as english } from "../../view/words/en/start.ts";
import { section } from "../../view/words/messages.ts";

export const start = section("start", english);
