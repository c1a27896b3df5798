/** The words of this room, in the language that is spoken. */
import { result as english } from "../../view/words/en/result.ts";
import { section } from "../../view/words/messages.ts";

export const result = section("result", english);
