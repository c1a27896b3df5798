/** The few words the stage draws itself, in the language that is spoken. */
import { stage } from "../../view/words/en/stage.ts";
import { section } from "../../view/words/messages.ts";

export const stageWords = section("stage", stage);
export type StageWords = typeof stageWords;
