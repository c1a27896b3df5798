/** What a person brings: a scenario that can be played but has places to check, another program's file, another encoding. */
import { readFileSync } from "node:fs";
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
