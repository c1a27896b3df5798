/** What a person brings: a scenario that can be played but has places to check, another program's file, another encoding. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { button, expect, heading, openFile, region, STILL, test, yourTurn } from "./parley.ts";

test.use(STILL);

const FIRST = readFileSync("scenarios/first-minute.json", "utf8");

test("a file with something to check says so, out of the way, and is played as it is", async ({ page }) => {
  const scenario = JSON.parse(FIRST) as {
    phases: { decision: object }[];
    parties: { preferences: object }[];
  };
  scenario.phases[0]!.decision = { minFor: { count: 7 } };
  Object.assign(scenario.parties[0]!.preferences, { reservationValue: 5000 });
  await page.goto("./");
  await openFile(page, "Open a scenario file", "mine.json", JSON.stringify(scenario, null, 2));
  await expect(heading(page, "Choose a seat")).toBeVisible();
  const checks = page.getByText(/^\d things to check in this file$/);
  const seven = page.getByText(/can't be met, even if all 3 vote for/);
  await expect(seven).toBeHidden();
  await checks.click();
  await expect(seven).toBeVisible();
  await expect(page.getByText(/"ukraine" would never agree: no agreement is worth 5000 to it/)).toBeVisible();
  await expect(page.getByText(/^Line \d+, column \d+$/).first()).toBeVisible();
  await button(page, "Begin").click();
  await yourTurn(page);
});

test("a bundled scenario is not checked before the eyes of a class", async ({ page }) => {
  await page.goto("./");
  await button(page, "Choose a seat in “The first minute”").click();
  await expect(heading(page, "Choose a seat")).toBeVisible();
  await expect(page.getByText(/to check in this file$/)).toBeHidden();
});

test("a file of another program is named for what it is, in one sentence", async ({ page }) => {
  await page.goto("./");
  const domain = "<negotiation_template><utility_space><objective/></utility_space></negotiation_template>";
  await openFile(page, "Open a scenario file", "domain.xml", domain);
  const list = region(page, "“domain.xml” is not a scenario Parley can play yet");
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(list).toContainText("This is a domain of GENIUS (XML), which Parley can't open");
});

test("a letter of another encoding is not replaced by a broken one", async ({ page }) => {
  await page.goto("./");
  const choosing = page.waitForEvent("filechooser");
  await button(page, "Open a scenario file").click();
  const buffer = Buffer.from(
    FIRST.replace('"title": "The first minute"', '"title": "Das Dörfchen"'),
    "latin1",
  );
  await (await choosing).setFiles({ name: "dorf.json", mimeType: "application/json", buffer });
  const list = region(page, "“dorf.json” is not a scenario Parley can play yet");
  await expect(list).toContainText("The file is not UTF-8 text");
});

const READER = "**/assets/readWorker-*.js";

test("a file that takes long to read can be given up, and nothing has changed", async ({ page }) => {
  await page.route(READER, () => {
    // It never arrives.
  });
  await page.goto("./");
  await openFile(page, "Open a scenario file", "mine.json", FIRST);
  const note = page.getByText("Opening mine.json…");
  await expect(note).toBeVisible();
  await button(page, "Stop").click();
  await expect(page.getByRole("status")).toHaveText("Stopped. Nothing was changed.");
  await expect(note).toBeHidden();
  await expect(button(page, "Open a scenario file")).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  await page.unroute(READER);
  await openFile(page, "Open a scenario file", "mine.json", FIRST);
  await expect(heading(page, "Choose a seat")).toBeVisible();
});

for (const [why, refuse] of [
  ["has no workers", (page: Page) => page.addInitScript("delete window.Worker")],
  ["does not find its reader", (page: Page) => page.route(READER, (route) => route.abort())],
] as const) {
  test(`a page that ${why} reads by itself`, async ({ page }) => {
    await refuse(page);
    await page.goto("./");
    await openFile(page, "Open a scenario file", "mine.json", FIRST);
    await expect(heading(page, "Choose a seat")).toBeVisible();
    await page.goto("./");
    await openFile(page, "Open a scenario file", "broken.json", FIRST.slice(1));
    await expect(region(page, "“broken.json” is not a scenario Parley can play yet")).toBeVisible();
  });
}
