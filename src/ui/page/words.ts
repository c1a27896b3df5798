/** The words of this room, in the language that is spoken. */
import { page as english } from "../../view/words/en/page.ts";
import { section } from "../../view/words/messages.ts";

export const page = section("page", english);
