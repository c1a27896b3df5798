/** The tests that notice a mutant (`mutation.ts`): the fast ones, and of the others those that run within the process. */

import { mergeConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import base from "../vitest.config.ts";

/** These compare the most in the least time, so most mutants need no other. */
const FIRST = /\/(told|golden|refused|acts|old-runs)\.test\.ts$/;

class ReadBefore extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    return [true, false].flatMap((first) => sorted.filter(({ moduleId }) => FIRST.test(moduleId) === first));
  }
}

export default mergeConfig(base, {
  test: {
    sequence: { sequencer: ReadBefore },
    exclude: [
      // They read the sources, which are no longer the written ones.
      "tests/unit/architecture.test.ts",
      "tests/unit/words.test.ts",
      // They start the command line, in which no mutant is switched on, or play too many games to be played for each mutant.
      "tests/unit/cli/**",
      "tests/examples/**",
      "tests/headless/!(told|golden|old-runs|mandate|scenarios).test.ts",
    ],
  },
});
