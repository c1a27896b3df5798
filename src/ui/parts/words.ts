/** The words of this room, in the language that is spoken. */
import { parts as english } from "../../view/words/en/parts.ts";
import { section } from "../../view/words/messages.ts";

export const parts = section("parts", english);
