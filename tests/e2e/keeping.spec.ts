/**
 * Nothing is lost and nothing gets in: a game survives a reload, travels as a file and as a link, and can be taken
 * back; a file that is not a scenario says why and changes nothing; what a scenario says is text, whatever it says.
 */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { createSession } from "../../src/session/session.ts";
import { firstMinute } from "../fixtures/scenarios.ts";
import {
  bar,
  button,
  decide,
  dropFile,
  expect,
  heading,
  openFile,
  playToTheResult,
  recordOf,
  region,
  resultHeading,
  roundOf,
  STILL,
  sitDown,
  sitDownAtTheSmallTable,
  test,
  yourTurn,
} from "./parley.ts";

test.use(STILL);

const VALID = readFileSync("tests/fixtures/broken/valid.json", "utf8");
const BROKEN = readFileSync("tests/fixtures/broken/two-faults.json", "utf8");

/** What a game that goes on has to bring along. */
async function stateOf(page: Page) {
  return {
    round: await roundOf(page),
    record: await recordOf(page),
    asks: await bar(page).getByRole("heading").innerText(),
    says: await bar(page).getByRole("paragraph").first().innerText(),
  };
}

test("a reload brings the same round and the same record back", async ({ page }) => {
  await sitDown(page);
  await yourTurn(page);
  await decide(page, "For");
  await yourTurn(page);
  const before = await stateOf(page);
  expect(before.record.length).toBeGreaterThan(3);

  await page.reload();
  await expect(region(page, "Your game")).toContainText("The Paris summit, as Ukraine");
  await expect(region(page, "Your game")).toContainText(before.round);
  await button(page, "Continue").click();
  await expect(heading(page, "The Paris summit")).toBeVisible();
  expect(await stateOf(page)).toEqual(before);
});

test("a finished game is still there after a reload", async ({ page }) => {
  await sitDownAtTheSmallTable(page);
  await playToTheResult(page);
  const sentence = await resultHeading(page).innerText();
  await page.reload();
  await expect(region(page, "Your game")).toContainText("Finished");
  await button(page, "See the result").click();
  await expect(resultHeading(page)).toHaveText(sentence);
});

test("undo goes back to your last decision", async ({ page }) => {
  await sitDownAtTheSmallTable(page);
  await yourTurn(page);
  const before = await stateOf(page);
  await decide(page, "Hold");
  await yourTurn(page);
  expect((await recordOf(page)).length).toBeGreaterThan(before.record.length);
  await button(page, "Undo").click();
  await expect.poll(() => stateOf(page)).toEqual(before);
});

test("a game saved to a file goes on elsewhere", async ({ page, elsewhere }) => {
  await sitDown(page);
  await yourTurn(page);
  await decide(page, "Against");
  await yourTurn(page);
  const saving = page.waitForEvent("download");
  await button(page, "Save file").click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe("parley-paris-2026-ukraine-round1.json");
  const text = readFileSync(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ parley: 1, scenario: { id: "paris-2026" }, seed: { value: 3 } });

  const other = await elsewhere();
  await other.goto("./");
  await openFile(other, "Open a saved game", "saved.json", text);
  await expect(heading(other, "The Paris summit")).toBeVisible();
  expect(await stateOf(other)).toEqual(await stateOf(page));
});

test("a copied link opens the same game elsewhere", async ({ page, context, elsewhere }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await sitDownAtTheSmallTable(page);
  await yourTurn(page);
  await decide(page, "Hold");
  await yourTurn(page);
  await button(page, "Copy link").click();
  await expect(page.getByRole("status")).toContainText("The link is copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await elsewhere();
  await other.goto(link);
  await expect(heading(other, "The first minute")).toBeVisible();
  expect(await stateOf(other)).toEqual(await stateOf(page));
  expect(other.url()).not.toContain("run=");
});

test("a damaged link says so and leads to the start page", async ({ page }) => {
  await page.goto("./#run=abc");
  await expect(heading(page, "This link could not be opened")).toBeFocused();
  await expect(page.getByText(/This link is damaged/)).toBeVisible();
  await expect(button(page, "Play now")).toBeVisible();
});

test.describe("a broken scenario", () => {
  test("says in place where it is broken and how to mend it", async ({ page }) => {
    await page.goto("./");
    await openFile(page, "Open a scenario file", "two-faults.json", BROKEN);
    const list = region(page, "“two-faults.json” is not a scenario Parley can play yet");
    await expect(list.getByRole("heading")).toBeFocused();
    await expect(list).toContainText("2 things to mend:");
    const findings = list.getByRole("listitem");
    await expect(findings.nth(0)).toContainText("Line 48, column 105");
    await expect(findings.nth(0).getByRole("code")).toHaveText("parties[0].brief.confidential.batnna");
    await expect(findings.nth(0)).toContainText("Did you mean “batna”?".replace(/[“”]/g, '"'));
    await expect(findings.nth(1)).toContainText("Line 117, column 28");
    await expect(findings.nth(1).getByRole("code")).toHaveText("phases[0].opening.force");
    await expect(findings.nth(1)).toContainText('There is no option of force "smal". Did you mean "small"?');
    await button(list, "Close this list").click();
    await expect(list).toBeHidden();
  });

  test("leaves the game on the table as it is", async ({ page }) => {
    await sitDownAtTheSmallTable(page);
    await yourTurn(page);
    const before = await stateOf(page);
    await dropFile(page, "two-faults.json", BROKEN);
    const dialog = page.getByRole("dialog", { name: "Not opened" });
    await expect(dialog).toContainText("Line 48, column 105");
    await expect(dialog).toContainText("Nothing else was changed.");
    await button(dialog, "Close this list").click();
    await expect(dialog).toBeHidden();
    expect(await stateOf(page)).toEqual(before);
  });
});

test.describe("a scenario file that is whole", () => {
  test("is played after it was dropped, and kept with its game", async ({ page }) => {
    await page.goto("./");
    await expect(button(page, "Play now")).toBeVisible();
    await dropFile(page, "valid.json", VALID);
    await expect(heading(page, "Choose a seat")).toBeVisible();
    await button(page, "Begin").click();
    await yourTurn(page);
    const before = await stateOf(page);
    await page.reload();
    await button(page, "Continue").click();
    await expect(heading(page, "Valid")).toBeVisible();
    expect(await stateOf(page)).toEqual(before);
  });

  test("is kept beside the game in progress", async ({ page }) => {
    await sitDownAtTheSmallTable(page);
    await yourTurn(page);
    await decide(page, "Hold");
    await yourTurn(page);
    const before = await stateOf(page);
    await dropFile(page, "valid.json", VALID);
    await button(page, "Begin").click();
    await expect(heading(page, "Valid")).toBeVisible();
    await button(page, "Leave").click();
    const games = region(page, "Your games").getByRole("listitem");
    await expect(games).toHaveText([/^Valid, as /, /^The first minute, as Ukraine/]);
    await button(games.nth(1), "Continue").click();
    await expect(heading(page, "The first minute")).toBeVisible();
    expect(await stateOf(page)).toEqual(before);
  });
});

test("what a scenario says is shown as text, never as markup", async ({ page }) => {
  await page.goto("./");
  await openFile(page, "Open a scenario file", "hostile.json", hostile());
  await expect(heading(page, "Choose a seat")).toBeVisible();
  await button(page, "Read your confidential brief").click();
  await expectText(page, ["title", "summary", "name", "public", "interests", "batna", "claim"]);

  await button(page, "Begin").click();
  await yourTurn(page);
  await expectText(page, ["title", "issue", "question", "option", "disagreementText"]);
  await button(page, "Sources").click();
  await expectText(page, ["sourceTitle"]);
  await button(page.getByRole("dialog"), "Close").click();
  await button(page, "Help").click();
  await expectText(page, ["disagreementText"]);
  await button(page.getByRole("dialog"), "Close").click();
  await region(page, /^Forecast/)
    .getByRole("list")
    .getByRole("button")
    .first()
    .click();
  await expectText(page, ["public"]);
  await button(page.getByRole("dialog"), "Close").click();

  await playToTheResult(page);
  await expectText(page, ["title", "issue", "historyText"]);
});

const MARKUP = `<script>window.ran=1</script><img src=x onerror="window.ran=1"> **b** [l](javascript:ran=1)`;
/** For labels, which have room for 28 characters. */
const SHORT_MARKUP = "<img src=x onerror=ran=1>";

/** The small scenario with markup in everything that is written for people, each marked with its place. */
function hostile(): string {
  const scenario = JSON.parse(readFileSync("scenarios/first-minute.json", "utf8"));
  const bad = (place: string) => `${place}§${MARKUP}`;
  Object.assign(scenario, { title: bad("title"), summary: bad("summary"), notice: bad("notice") });
  for (const source of scenario.sources) source.title = bad("sourceTitle");
  for (const issue of scenario.issues) {
    Object.assign(issue, { title: bad("issue"), label: SHORT_MARKUP, question: bad("question") });
    for (const option of issue.options) Object.assign(option, { label: bad("option"), text: bad("option") });
  }
  for (const party of scenario.parties) {
    Object.assign(party, { name: bad("name"), inText: bad("name") });
    party.brief.public = bad("public");
    Object.assign(party.brief.confidential, {
      interests: [bad("interests")],
      redLines: [bad("redLines")],
      batna: bad("batna"),
    });
    for (const stake of Object.values<{ claim?: { text: string } }>(party.preferences.stakes))
      if (stake.claim) stake.claim.text = bad("claim");
  }
  for (const phase of scenario.phases)
    Object.assign(phase, { title: bad("title"), disagreementText: bad("disagreementText") });
  const outcome = { us_backstop: "proposed", bindingness: "national", no_troops: "in" };
  const sources = [scenario.sources[0].id];
  scenario.history = { title: bad("title"), text: bad("historyText"), outcome, sources };
  return JSON.stringify(scenario);
}

async function expectText(page: Page, places: readonly string[]): Promise<void> {
  const shown = page.getByRole("main").or(page.getByRole("dialog"));
  for (const place of places) await expect(shown.getByText(`${place}§${MARKUP}`).first()).toBeVisible();
  expect(
    await page.evaluate(() => [
      document.querySelectorAll('img, main script, [onerror], a[href^="javascript:"]').length,
      "ran" in window,
    ]),
  ).toEqual([0, false]);
}

test("a saved game of two people goes on at one screen: the other sits down, or an agent plays", async ({
  page,
}) => {
  const scenario = JSON.parse(readFileSync("scenarios/first-minute.json", "utf8"));
  const session = createSession({
    scenario: firstMinute(),
    seed: 1,
    lineUp: { ukraine: "human", poland: "human" },
  });
  session.run();
  await page.goto("./");
  await openFile(page, "Open a saved game", "two.json", JSON.stringify(session.transcript()));
  await expect(heading(page, scenario.title)).toBeVisible();
  await decide(page, "Hold");
  await nextStopOf(page);
  await button(page, "Sit down for Poland").click();
  await expect(heading(page, "You speak for Poland")).toBeVisible();
  await button(bar(page), "Hold")
    .or(button(bar(page), "For"))
    .click();
  await nextStopOf(page);
  await button(page, "Let an agent play it").click();
  await expect(button(page, "Let an agent play it")).toBeHidden();
  await yourTurn(page);
});

test("a vote that waits for another person's is asked for again after a reload, and the page says so before", async ({
  page,
}) => {
  const session = createSession({
    scenario: firstMinute(),
    seed: 1,
    lineUp: { ukraine: "human", poland: "human" },
  });
  session.run();
  session.submit(0, { type: "amend", party: 0, changes: [[1, 2]] });
  session.submit(2, { type: "vote", choice: "for" });
  while (session.snapshot().waiting?.for !== "votes") {
    const { waiting } = session.snapshot();
    if (waiting?.for === "speech") session.submit(waiting.party, { type: "hold", party: waiting.party });
    session.run();
  }
  await page.goto("./");
  await openFile(page, "Open a saved game", "two.json", JSON.stringify(session.transcript()));
  await yourTurn(page);
  await button(bar(page), "For").click();
  await expect(bar(page)).toContainText("Votes are kept once all of a ballot are cast");
  await page.reload();
  await button(page, "Continue").click();
  await expect(button(bar(page), "For")).toBeVisible();
});

/** Lets everything pass until it is the turn of a person who does not sit here. */
async function nextStopOf(page: Page): Promise<void> {
  await expect(async () => {
    for (const name of ["Skip to my next decision", "For", "Hold"]) {
      const pass = button(bar(page), name);
      if (await pass.isVisible()) await pass.click({ timeout: 500 });
    }
    await expect(button(page, "Let an agent play it")).toBeVisible({ timeout: 500 });
  }).toPass({ intervals: [0, 50, 100] });
}
