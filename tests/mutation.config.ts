/** The tests that notice a mutant (`mutation.ts`): the fast ones, and of the others those that run within the process. */
import { mergeConfig } from "vitest/config";
import base from "../vitest.config.ts";

export default mergeConfig(base, {
  test: {
    // Faults in what runs while modules load are switched on only in modules that are loaded anew.
    isolate: true,
    exclude: [
      // They read the sources, which are no longer the written ones.
      "tests/unit/architecture.test.ts",
      "tests/unit/words.test.ts",
      // They start the command line, in which no mutant is switched on, or play too many games to be played for each mutant.
      "tests/unit/cli/**",
      "tests/examples/**",
      "tests/headless/{cli,mutants,output,ownAgents,cards,package,runs,strategy,everySeat,twin}.test.ts",
    ],
  },
});
