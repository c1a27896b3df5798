/** The words of what a seat is told, in the language that is spoken. */
import { told as english } from "./en/told.ts";
import { section } from "./messages.ts";

export const told = section("told", english);
