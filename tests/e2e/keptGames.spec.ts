/**
 * Games that a browser keeps: several of them, in several tabs, through updates of their scenario, and where the storage
 * refuses or does not answer. Whatever happens, nothing is lost without a sentence. A long file: each way to lose a game
 * is one test.
 */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { Transcript } from "../../src/protocol/transcript.ts";
import type { Scenario } from "../../src/scenario/schema.ts";
import { carrying } from "../../src/session/carried.ts";
import { createSession } from "../../src/session/session.ts";
import { firstMinute } from "../fixtures/scenarios.ts";
import {
  button,
  decide,
  expect,
  heading,
  letItPass,
  recordOf,
  region,
  STILL,
  sitDown,
  sitDownAtTheSmallTable,
  test,
  yourTurn,
} from "./parley.ts";

test.use(STILL);

const games = (page: Page) => region(page, /^Your games?$/).getByRole("listitem");
const notice = (page: Page) => page.getByRole("main").locator(".notice");
const APART = /^This game is open in another tab, too, and is kept as it is there/;

/** Lets one decision pass, so that there is something to lose, and returns the record. */
async function playABit(page: Page): Promise<readonly string[]> {
  await letItPass(page, await yourTurn(page));
  await yourTurn(page);
  return recordOf(page);
}

/** The same, but against what stands. */
async function playOtherwise(page: Page): Promise<readonly string[]> {
  await decide(page, (await yourTurn(page)) === "speech" ? "Put this to the table" : "Against");
  await yourTurn(page);
  return recordOf(page);
}

/** Goes on with a kept game and returns its record as soon as it is there. */
async function recordAfter(page: Page, title: string, place = 0): Promise<readonly string[]> {
  await button(games(page).nth(place), "Continue").click();
  await expect(heading(page, title)).toBeVisible();
  return recordOf(page);
}

test("several games are kept, newest first, each with its own record", async ({ page }) => {
  await sitDownAtTheSmallTable(page);
  const small = await playABit(page);
  await button(page, "Leave").click();
  await sitDown(page, { scenario: "three-chairs", seed: 2 });
  const chairs = await playABit(page);
  await page.reload();
  await expect(games(page)).toHaveText([
    /^Three chairs, as Ukraine.*kept on .*, \d\d:\d\d/,
    /^The first minute, as Ukraine.*kept on/,
  ]);

  expect(await recordAfter(page, "The first minute", 1)).toEqual(small);
  await button(page, "Leave").click();
  await expect(games(page)).toHaveText([/^The first minute/, /^Three chairs/]);

  await button(games(page).nth(0), "Discard").click();
  await button(page.getByRole("dialog"), "Discard it").click();
  await expect(games(page)).toHaveText([/^Three chairs/]);
  await page.reload();
  expect(await recordAfter(page, "Three chairs")).toEqual(chairs);
});

test("a game that nobody has acted in makes room for the next", async ({ page }) => {
  await sitDownAtTheSmallTable(page);
  await button(page, "Leave").click();
  await expect(games(page)).toHaveText([/^The first minute/]);
  await sitDown(page, { scenario: "three-chairs", seed: 2 });
  await button(page, "Leave").click();
  await expect(games(page)).toHaveText([/^Three chairs/]);
});

test.describe("the same game in two tabs", () => {
  test("stays two games: the second tab says so at once", async ({ page, context }) => {
    await sitDownAtTheSmallTable(page);
    await playABit(page);
    const other = await context.newPage();
    await other.goto("./");
    await recordAfter(other, "The first minute");
    await expect(notice(other)).toHaveText(APART);
    const there = await playOtherwise(other);
    const here = await playABit(page);
    expect(there).not.toEqual(here);
    await expect(notice(page)).toBeHidden();

    await other.close();
    await page.reload();
    await expect(games(page)).toHaveCount(2);
    const kept = [await recordAfter(page, "The first minute", 1)];
    await button(page, "Leave").click();
    // The one that was opened stands first now.
    kept.push(await recordAfter(page, "The first minute", 1));
    expect(kept).toEqual([there, here]);
  });

  test("is one tab's again when the other is closed", async ({ page, context }) => {
    await sitDownAtTheSmallTable(page);
    const record = await playABit(page);
    const other = await context.newPage();
    await page.close();
    await other.goto("./");
    expect(await recordAfter(other, "The first minute")).toEqual(record);
    await expect(notice(other)).toBeHidden();
    await playABit(other);
    await button(other, "Leave").click();
    await expect(games(other)).toHaveCount(1);
  });

  test("is never overwritten where the browser has no locks: who finds it changed says so", async ({
    page,
    context,
  }) => {
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined });
    });
    await sitDownAtTheSmallTable(page);
    await playABit(page);
    const other = await context.newPage();
    await other.goto("./");
    await recordAfter(other, "The first minute");
    const there = await playOtherwise(other);
    await expect(notice(other)).toBeHidden();
    const here = await playABit(page);
    await expect(notice(page)).toHaveText(APART);

    await other.close();
    await page.reload();
    await expect(games(page)).toHaveCount(2);
    const kept = [await recordAfter(page, "The first minute", 1)];
    await button(page, "Leave").click();
    kept.push(await recordAfter(page, "The first minute", 1));
    expect(kept).toEqual([there, here]);
  });
});

test("a start page that is open shows what other tabs keep", async ({ page, context }) => {
  await page.goto("./");
  const other = await context.newPage();
  await sitDownAtTheSmallTable(other);
  await expect(games(page)).toHaveText([/^The first minute, as Ukraine/]);
  await button(other, "Leave").click();
  await button(games(other), "Discard").click();
  await button(other.getByRole("dialog"), "Discard it").click();
  await expect(games(page)).toHaveCount(0);
});

test("a draft that was not sent is still there after a reload", async ({ page }) => {
  await sitDownAtTheSmallTable(page);
  await yourTurn(page);
  const treaty = region(page, "The text").getByRole("radio", { name: "Ratified treaty" });
  await treaty.check();
  await expect(treaty).toBeChecked();
  await page.reload();
  await recordAfter(page, "The first minute");
  await expect(treaty).toBeChecked();
});

test("the browser's ways back and forward lead out of the game and into it again", async ({ page }) => {
  await sitDownAtTheSmallTable(page);
  const record = await playABit(page);
  await page.goBack();
  await expect(games(page)).toHaveText([/^The first minute/]);
  await page.goForward();
  await expect(heading(page, "The first minute")).toBeVisible();
  expect(await recordOf(page)).toEqual(record);
  const further = await playABit(page);
  await page.reload();
  expect(await recordAfter(page, "The first minute")).toEqual(further);
  await page.goBack();
  await expect(games(page)).toHaveText([/^The first minute/]);
  await page.goForward();
  await expect(heading(page, "The first minute")).toBeVisible();
  expect(await recordOf(page)).toEqual(further);
});

test("what is not stored yet is not shown", async ({ page }) => {
  await page.addInitScript(heldStorage);
  await sitDownAtTheSmallTable(page);
  await yourTurn(page);
  const [before, meanwhile] = await page.evaluate(async () => {
    const entries = () => document.querySelectorAll('[role="log"] li p').length;
    const storage = window as unknown as { holding: boolean; puts: number };
    const { puts } = storage;
    const shown = entries();
    storage.holding = true;
    const hold = [...document.querySelectorAll("button")].find((each) => each.textContent === "Hold");
    hold?.click();
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (storage.puts === puts) await frame();
    for (let k = 0; k < 5; k++) await frame();
    const then = entries();
    storage.holding = false;
    return [shown, then];
  });
  expect(meanwhile).toBe(before);
  await expect.poll(async () => (await recordOf(page)).length).toBeGreaterThan(before!);
});

test.describe("a storage that does not answer", () => {
  const SILENT = "This browser's storage does not answer; the game goes on and is not kept. Use Save file.";

  test("from the start is said, and the game can be played and saved", async ({ page }) => {
    await page.addInitScript(() => {
      // A request that never succeeds and never fails.
      IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
    });
    await sitDownAtTheSmallTable(page);
    await expect(notice(page)).toHaveText(SILENT);
    const record = await playABit(page);
    const saving = page.waitForEvent("download");
    await button(page, "Save file").click();
    const { moves } = JSON.parse(readFileSync(await (await saving).path(), "utf8")) as Transcript;
    expect(moves.length).toBeGreaterThanOrEqual(record.length);
  });

  test("in the middle of a game is said, and when it answers again the game is kept again", async ({
    page,
  }) => {
    await page.addInitScript(heldStorage);
    await sitDownAtTheSmallTable(page);
    await yourTurn(page);
    await page.evaluate(() => Object.assign(window, { holding: true }));
    await decide(page, "Hold");
    await expect(notice(page)).toHaveText(SILENT);
    await yourTurn(page);
    await page.evaluate(() => Object.assign(window, { holding: false }));
    await expect(notice(page)).toBeHidden();
    const record = await playABit(page);
    await page.reload();
    expect(await recordAfter(page, "The first minute")).toEqual(record);
  });
});

test("a storage that is full is said, and Continue still works in this page", async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });
  await sitDownAtTheSmallTable(page);
  await expect(notice(page)).toHaveText("This browser does not keep games; use Save file.");
  const record = await playABit(page);
  await button(page, "Leave").click();
  expect(await recordAfter(page, "The first minute")).toEqual(record);
});

/** Puts are counted, and done only once nobody holds them any more. Runs in the page before anything else. */
function heldStorage(): void {
  const storage = Object.assign(window, { holding: false, puts: 0 });
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...record) {
    const request = put.apply(this, record);
    storage.puts++;
    // A transaction lives as long as something is asked of it.
    const ask = () => {
      if (storage.holding) this.get("nothing").onsuccess = ask;
    };
    ask();
    return request;
  };
}

test.describe("a game kept by another version of the page", () => {
  const card = { title: "The first minute", seat: "Ukraine", round: 1, rounds: 3, ended: false, acts: 1 };

  /** A game of a while ago with a person in Ukraine's seat. */
  function played(scenario: Scenario): Transcript {
    const session = createSession({ scenario, seed: 1, lineUp: { ukraine: "human" } });
    session.run();
    session.submit(0, { type: "hold", party: 0 });
    session.run();
    return carrying(session.transcript(), scenario);
  }

  /** Writes a record as it stands in the storage of somebody who has been here before. */
  async function keepBefore(page: Page, key: string, record: object): Promise<void> {
    await page.goto("./");
    await page.evaluate(
      ([at, value]) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open("keyval-store");
          opening.onupgradeneeded = () => opening.result.createObjectStore("keyval");
          opening.onsuccess = () => {
            const writing = opening.result.transaction("keyval", "readwrite");
            writing.objectStore("keyval").put(value, at);
            writing.oncomplete = resolve;
            writing.onabort = reject;
          };
        }),
      [key, record] as const,
    );
    await page.reload();
  }

  const former = JSON.parse(
    readFileSync("tests/fixtures/runs/first-minute-by-0.2.0.json", "utf8"),
  ) as Transcript;
  const begun = { ...former, moves: former.moves.slice(0, 7) };

  for (const [from, source] of [
    ["that comes with Parley", { kind: "bundled", id: "first-minute" }],
    [
      "of one's own",
      { kind: "file", text: readFileSync("tests/fixtures/frozen/first-minute-of-0.2.0.json", "utf8") },
    ],
  ] as const) {
    test(`0.2.0, of a scenario ${from}, goes on, and stands among the others`, async ({ page }) => {
      await keepBefore(page, "parley.run", { run: begun, source, card });
      await expect(games(page)).toHaveText([/^The first minute, as Ukraine/]);
      expect((await recordAfter(page, "The first minute")).length).toBeGreaterThan(4);
      const record = await playABit(page);
      await page.reload();
      await expect(games(page)).toHaveText([/^The first minute, as Ukraine.*kept on/]);
      expect(await recordAfter(page, "The first minute")).toEqual(record);
    });
  }

  test("goes on after the words of its scenario have changed", async ({ page }) => {
    const scenario = firstMinute();
    const run = played({ ...scenario, title: "The First Minute", summary: "In other words." });
    const source = { kind: "bundled", id: "first-minute" };
    await keepBefore(page, "parley.game.a", { id: "a", version: 1, saved: 1, run, source, card, draft: [] });
    expect((await recordAfter(page, "The first minute")).length).toBeGreaterThan(1);
    await playABit(page);
  });

  test("says what is played otherwise now, can be saved, and goes on as it was", async ({ page }) => {
    const heavier = structuredClone(firstMinute());
    heavier.parties[2]!.preferences.stakes.bindingness!.weight += 5;
    const run = played(heavier);
    const source = { kind: "bundled", id: "first-minute" };
    await keepBefore(page, "parley.game.a", { id: "a", version: 1, saved: 1, run, source, card, draft: [] });
    await button(games(page), "Continue").click();
    const list = region(page, "The kept game could not be opened");
    await expect(list).toContainText(
      /"first-minute" is played otherwise now than in this game: parties › poland › preferences › stakes › bindingness › weight was \d+ and is \d+\./,
    );
    const saving = page.waitForEvent("download");
    await button(list, "Save this game to a file").click();
    expect(JSON.parse(readFileSync(await (await saving).path(), "utf8"))).toEqual(run);

    await button(list, "Open it with the scenario that it carries").click();
    await expect(heading(page, "The first minute")).toBeVisible();
    const record = await playABit(page);
    await page.reload();
    await expect(games(page)).toHaveCount(1);
    expect(await recordAfter(page, "The first minute")).toEqual(record);
  });

  test("that can't be read can still be saved", async ({ page }) => {
    const run = { ...played(firstMinute()), moves: [{ type: "hold", party: "poland" }] };
    const source = { kind: "bundled", id: "first-minute" };
    await keepBefore(page, "parley.game.a", { id: "a", version: 1, saved: 1, run, source, card, draft: [] });
    await button(games(page), "Continue").click();
    const list = region(page, "The kept game could not be opened");
    await expect(list).toContainText("Move 1 of the run breaks the rules");
    const saving = page.waitForEvent("download");
    await button(list, "Save this game to a file").click();
    expect(JSON.parse(readFileSync(await (await saving).path(), "utf8"))).toEqual(run);
  });
});
