/**
 * End-to-end tests against the built page (dist/), served by `parley serve` on a free port of 127.0.0.1.
 * Playwright reads this file again in each worker: port and browser are chosen once and handed on in the
 * environment (PARLEY_PORT, PARLEY_CHROMIUM), where a caller may also set them.
 */
import { createServer } from "node:net";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/browser.ts";
import { sample } from "./tests/long.ts";

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error(`No port in ${address}`);
      server.close(() => resolve(address.port));
    });
  });
}

process.env.PARLEY_PORT ||= String(await freePort());
process.env.PARLEY_CHROMIUM ||= findBrowser();

const baseURL = `http://127.0.0.1:${process.env.PARLEY_PORT}/`;
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "tests/results/e2e",
  snapshotPathTemplate: "{testDir}/__snapshots__/{testFilePath}/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Machines are shared: a slow one is not a fault. A state that never comes still fails.
  timeout: sample(60_000, 3_600_000),
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: "tests/results/e2e.json" }]],
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "off",
    video: "off",
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "chromium",
      use: {
        browserName: "chromium",
        launchOptions: {
          executablePath: process.env.PARLEY_CHROMIUM,
          args: [
            ...(asRoot ? ["--no-sandbox"] : []),
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
          ],
        },
      },
    },
  ],
  webServer: {
    command: `"${process.execPath}" src/cli.ts serve --port ${process.env.PARLEY_PORT}`,
    url: baseURL,
    reuseExistingServer: false,
  },
});
