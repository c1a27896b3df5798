/** The words of this room, in the language that is spoken. */
import { table as english } from "../../view/words/en/table.ts";
import { section } from "../../view/words/messages.ts";

export const table = section("table", english);
