/** Every strategy under the name that scenarios and line-ups use: a new one is a file beside this and a line here. */
export { delegate } from "./delegate.ts";
export { hardliner } from "./hardliner.ts";
export { hold } from "./hold.ts";
export { micro } from "./micro.ts";
export { scripted } from "./scripted.ts";
export { titForTat as "tit-for-tat" } from "./titForTat.ts";
export { uniform } from "./uniform.ts";
