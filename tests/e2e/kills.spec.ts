/**
 * Tabs die at any moment, and games are played in two of them at once. What a screen has shown is in a kept game
 * afterwards, or a sentence says what became of it. A kill falls on a drawn change of the record, so that nothing waits
 * by the clock; `SEED=…` draws others. `LONG=1` makes all of them.
 */
import type { Browser, Page } from "@playwright/test";
import { type Random, randomFrom, seedOf } from "../../src/random.ts";
import { reported, sample } from "../long.ts";
import {
  bar,
  button,
  expect,
  heading,
  letItPass,
  recordOf,
  region,
  STILL,
  test,
  yourTurn,
} from "./parley.ts";

test.use(STILL);

const SEED = Number(process.env.SEED ?? 1);
const games = (page: Page) => region(page, /^Your games?$/).getByRole("listitem");
const APART = /^This game is open in another tab, too/;

/** Tells `changed` of every state of the record that a frame of the page has shown. */
async function watchRecord(page: Page, changed: (entries: readonly string[]) => void): Promise<void> {
  await page.exposeFunction("recordShown", changed);
  await page.addInitScript(() => {
    let last = "";
    const look = () => {
      const entries = [...document.querySelectorAll('[role="log"] li p')].map((entry) => entry.textContent);
      const now = JSON.stringify(entries);
      if (entries.length > 0 && now !== last) {
        last = now;
        (window as unknown as { recordShown(entries: unknown): void }).recordShown(entries);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Ends the processes that draw this browser's tabs, as a machine that runs out of memory does. */
async function killTabs(browser: Browser): Promise<void> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  for (const { type, id } of processInfo) if (type === "renderer") process.kill(id, "SIGKILL");
  await devtools.detach();
}

/** Answers what is asked by chance, but never adopts a text: the game goes on to its last round. */
async function actByChance(page: Page, random: Random): Promise<void> {
  const ask = await yourTurn(page);
  if (ask === "ended") throw new Error("The game ended before enough was done in it.");
  const against = ask === "text" || (ask === "motion" && random.below(2) === 0);
  if (against) await button(bar(page), "Against").click();
  else await letItPass(page, ask);
}

async function goOnWith(page: Page, place: number, title: string): Promise<readonly string[]> {
  await button(games(page).nth(place), "Continue").click();
  await expect(heading(page, title)).toBeVisible();
  return recordOf(page);
}

test("what a tab has shown when it is killed is there afterwards", async ({ context, browser }) => {
  // Tabs are killed and opened anew, which takes two thirds of the usual time on an idle machine.
  test.slow();
  const kills = sample(3, 50);
  const random = randomFrom(seedOf(SEED));
  let entries = 0;
  for (let kill = 0; kill < kills; kill++) {
    const page = await context.newPage();
    const crashed = page.waitForEvent("crash");
    const fatal = 1 + random.below(9);
    let shown: readonly string[] = [];
    let changes = 0;
    await watchRecord(page, (now) => {
      if (changes >= fatal) return;
      shown = now;
      if (++changes === fatal) void killTabs(browser);
    });
    await page.goto(`./#scenario=three-chairs&seat=ukraine&seed=${1 + random.below(1000)}`);
    const playing = (async () => {
      while (changes < fatal) await actByChance(page, random);
    })();
    // What is pressed on a page that dies fails, soon or much later: only what fails before that is a fault.
    const failed = playing.catch((error) => {
      if (changes < fatal) throw error;
    });
    await Promise.race([crashed, failed.then(() => crashed)]);
    expect(changes, `kill ${kill} of seed ${SEED}`).toBe(fatal);
    await page.close();

    const after = await context.newPage();
    await after.goto("./");
    const record = await goOnWith(after, 0, "Three chairs");
    expect(record.slice(0, shown.length), `kill ${kill} of seed ${SEED}`).toEqual(shown);
    entries += shown.length;
    await after.close();
  }
  reported(`${kills} tabs killed, ${entries} entries of their records shown, none lost`);
});

test("the same game in two tabs loses nothing without a sentence", async ({ context }) => {
  const rounds = sample(1, 20);
  const random = randomFrom(seedOf(SEED + 1));
  let sentences = 0;
  for (let round = 0; round < rounds; round++) {
    const which = `game ${round} of seed ${SEED}`;
    const first = await context.newPage();
    await first.goto(`./#scenario=three-chairs&seat=ukraine&seed=${1 + random.below(1000)}`);
    await actByChance(first, random);
    await yourTurn(first);
    const second = await context.newPage();
    await second.goto("./");
    await goOnWith(second, 0, "Three chairs");
    await actByChance(second, random);
    for (let act = random.below(4); act > 0; act--)
      await actByChance(random.below(2) === 0 ? first : second, random);
    await actByChance(first, random);
    const records = [];
    for (const tab of [first, second]) {
      await yourTurn(tab);
      records.push(await recordOf(tab));
    }
    await expect(second.locator(".notice"), which).toHaveText(APART);
    sentences += (await first.locator(".notice").count()) + 1;
    for (const tab of [first, second]) await tab.close();

    const after = await context.newPage();
    await after.goto("./");
    const kept = [];
    for (let k = 0; k < 2; k++) {
      // What was opened last stands first, so that the second is always the other one.
      kept.push(await goOnWith(after, 1, "Three chairs"));
      await button(after, "Leave").click();
      await expect(games(after).first()).toBeVisible();
    }
    for (const record of records) expect(kept, which).toContainEqual(record);
    await after.close();
  }
  reported(`${rounds} games in two tabs, ${2 * rounds} records kept whole, ${sentences} sentences`);
});
