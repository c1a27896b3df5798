/** The words of this room, in the language that is spoken. */
import { keeping as english } from "../../view/words/en/keeping.ts";
import { section } from "../../view/words/messages.ts";

export const keeping = section("keeping", english);
