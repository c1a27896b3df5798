/** The words of the four readings, in the language that is spoken. */
import { readings as english } from "./en/readings.ts";
import { section } from "./messages.ts";

export const readings = section("readings", english);
