/**
 * The tests that need no browser: rules and properties (unit), whole games (headless), documentation (examples).
 * Separate from vite.config.ts so that nothing about the page can change what a rule test sees.
 * Two workers, in processes of their own, because some tests start worker threads and child processes.
 */
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";
import { sample } from "./tests/long.ts";

export default defineConfig({
  // "parley" means src here, and lib/ in the package.
  ssr: { resolve: { conditions: ["parley-source", ...defaultServerConditions] } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    environment: "node",
    include: ["tests/unit/**/*.test.ts", "tests/headless/**/*.test.ts", "tests/examples/**/*.test.ts"],
    pool: "forks",
    // No test changes what modules hold, so each is loaded once a worker and not once a file.
    isolate: false,
    maxWorkers: 2,
    testTimeout: sample(300_000, 4 * 3_600_000),
    hookTimeout: 300_000,
    coverage: { enabled: false },
  },
});
