/** The words of this room, in the language that is spoken. */
import { desk as english } from "../../view/words/en/desk.ts";
import { section } from "../../view/words/messages.ts";

export const desk = section("desk", english);
