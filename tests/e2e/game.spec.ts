/**
 * A whole game, by each of the ways people play it: by roles and names alone, by keyboard alone, and without the
 * picture. Nothing here looks at a class or at a place on the screen, but for the clicks on the canvas itself.
 */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { parseScenario } from "../../src/agents/parse.ts";
import { createPlay } from "../../src/ui/desk/play.ts";
import { type Layout, layoutOf, sealSpots } from "../../src/ui/stage/layout.ts";
import { stageWords } from "../../src/ui/stage/words.ts";
import {
  type Ask,
  bar,
  button,
  decide,
  expect,
  expectFocusKept,
  goOn,
  heading,
  nextStop,
  openGroup,
  playToTheResult,
  recordOf,
  region,
  resultHeading,
  STILL,
  sitDown,
  sitDownAtTheSmallTable,
  test,
  yourTurn,
} from "./parley.ts";

test.use({ ...STILL, stage: "canvas" });

test("a whole summit is played to its result by roles and names alone", async ({ page }) => {
  await sitDown(page);
  let amended = 0;
  let votes = 0;
  for (let ask = await nextStop(page); ask !== "over"; ask = await nextStop(page)) {
    if (ask === "speech" && amended === 0) {
      await openGroup(page, "Bindingness of the guarantee")
        .getByRole("radio", { name: "Comparable to Article 5" })
        .check();
      await expect(bar(page)).toContainText("You raise Bindingness to “Comparable to Article 5”.");
      await decide(page, "Put this to the table");
      amended++;
      // Who proposes is not asked: the next question is another one.
      await nextStop(page);
      await expect(bar(page)).not.toContainText("Your amendment");
    } else if (ask === "speech") {
      await decide(page, "Hold");
    } else {
      const gains = ask === "text" || /\+[\d.]+ points for you/.test(await bar(page).innerText());
      await decide(page, gains ? "For" : "Against");
      votes++;
    }
  }
  expect(amended).toBe(1);
  expect(votes).toBeGreaterThan(5);
  // What follows Paris is played in course.spec.ts.
  await goOn(page);
  await button(page, "Let an agent play for me").click();
  await button(page, "Skip to the end").click();

  await button(page, "See the result").click();
  await expect(resultHeading(page)).toBeFocused();
  const summit = region(page, "Paris: one text");
  await expect(summit).toContainText(/The text was adopted in round \d\./);
  await expect(region(page, "Four ways to read it")).toContainText(/points; walking away was \d+/);
  const worth = region(page, "What it is worth to you");
  await expect(worth.getByRole("row", { name: /^What is in force now [\d.]+$/ })).toBeVisible();
  await expect(worth.getByRole("row", { name: /^The real outcome, .* [\d.]+$/ })).toBeVisible();
  await expect(region(page, "The real outcome")).toContainText("6 January 2026");
  await summit.getByText("The ballots", { exact: true }).click();
  await expect(heading(summit, "Round 1")).toBeVisible();
  await expect(
    summit.getByRole("row", { name: /Raise Bindingness to “Comparable to Article 5”.*Ukraine/ }),
  ).toBeVisible();
  await expect(
    summit.getByRole("row", { name: /The whole text as it stands.* adopted$/ }).last(),
  ).toBeVisible();
});

test.describe("by keyboard alone", () => {
  test.use({ stage: "none" });

  test("the small table is played to its result", async ({ page }) => {
    await page.goto("./");
    await tabTo(page, page.getByRole("button", { name: /Start with “The first minute”/ }));
    await page.keyboard.press("Enter");
    await expect(heading(page, "The first minute")).toBeFocused();
    await expect(bar(page)).toHaveAccessibleName("You have the floor");

    await tabTo(page, page.getByRole("radio", { name: "Enablers", exact: true }), 60, choiceOf(page));
    await expect(bar(page)).toContainText("to “Enablers”");
    await pressIn(page, "Put this to the table");
    for (let ask = await yourTurnByKeyboard(page); ask !== "ended"; ask = await yourTurnByKeyboard(page))
      await pressIn(page, ask === "speech" ? "Hold" : "For");
    await pressIn(page, "See the result");
    await expect(resultHeading(page)).toBeFocused();
  });

  test("a summit is opened, read, and decided on three times", async ({ page }) => {
    await page.goto("./");
    await tabTo(page, button(page, "Play now"));
    await page.keyboard.press("Space");
    await expect(heading(page, "The Paris summit")).toBeFocused();
    await tabTo(page, button(page, "Help"));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "How this works" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(button(page, "Help")).toBeFocused();
    for (let decisions = 0; decisions < 3; decisions++) {
      const ask = await yourTurnByKeyboard(page);
      await pressIn(page, ask === "speech" ? "Hold" : "Abstain");
    }
    await yourTurnByKeyboard(page);
    expect((await recordOf(page)).length).toBeGreaterThan(3);
  });
});

for (const [stage, kind] of [
  ["webgl", "webgl"],
  ["canvas", "2d"],
] as const) {
  test.describe(`in a browser that draws by ${stage}`, () => {
    test.use({ stage });

    test("the stage does so too", async ({ page }) => {
      await sitDownAtTheSmallTable(page);
      const drawn = (canvas: HTMLElement | SVGElement, by: string) =>
        canvas instanceof HTMLCanvasElement && canvas.getContext(by) !== null;
      expect(await page.locator("canvas").evaluate(drawn, kind)).toBe(true);
    });
  });
}

test.describe("without the picture", () => {
  test("the game finishes after its canvas was deleted", async ({ page }) => {
    await sitDownAtTheSmallTable(page);
    await page.locator("canvas").waitFor();
    await page.evaluate(() => document.querySelector("canvas")?.remove());
    await playToTheResult(page);
  });

  test.describe("when the stage can't be loaded", () => {
    test.use({ stage: "none" });

    test("the table says so and the game finishes", async ({ page }) => {
      await sitDownAtTheSmallTable(page);
      await expect(region(page, "The table")).toContainText("The picture is not available now.");
      await playToTheResult(page);
    });
  });
});

test.describe("a click on the stage does what its twin in the panels does", () => {
  test.use({ stage: "webgl" });

  test.beforeEach(async ({ page }) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await sitDown(page);
    await yourTurn(page);
  });

  test("a delegation's card opens", async ({ page }) => {
    const { seats } = await layoutOn(page);
    const forecast = region(page, /^Forecast/);
    await forecast.getByText("Blocs and states", { exact: true }).click();
    const blocs = forecast.getByText(/\d+ for, \d+ leaning, \d+ against$/);
    for (const bloc of await blocs.all()) await bloc.click();
    for (const [name, id] of [
      ["United States", "united_states"],
      ["Poland", "poland"],
    ] as const) {
      const card = page.getByRole("dialog", { name, exact: true });
      await button(forecast, name).click();
      await expect(card).toBeVisible();
      const byButton = await card.ariaSnapshot();
      await button(card, "Close").click();
      await expect(card).toBeHidden();

      await clickAt(page, seats.get(id)!);
      await expect(card).toBeVisible();
      expect(await card.ariaSnapshot()).toBe(byButton);
      await button(card, "Close").click();
    }
  });

  test("an issue is shown where it stands in the text", async ({ page }) => {
    const text = region(page, "The text");
    const chosen = openGroup(page, "Bindingness of the guarantee").getByRole("radio", { checked: true });
    await text.getByRole("list", { name: "Open now" }).getByText("Bindingness").click();
    await expect(chosen).toBeFocused();
    await button(page, "Help").focus();
    await clickAt(page, sealOn(await layoutOn(page), "bindingness"));
    await expect(chosen).toBeFocused();

    const folded = text.getByText("Ceasefire monitoring and verification:");
    await expect(folded).toBeHidden();
    await clickAt(page, sealOn(await layoutOn(page), "monitoring"));
    await expect(folded).toBeInViewport();
    await expectFocusKept(page, "the click on the seal");
  });
});

/** Where things are on the canvas: the same pure function, for the same game and size. Captions need no true widths. */
async function layoutOn(page: Page): Promise<Layout> {
  const canvas = page.locator("canvas");
  await canvas.scrollIntoViewIfNeeded();
  const box = (await canvas.boundingBox())!;
  const parsed = parseScenario(readFileSync("scenarios/paris-2026.json", "utf8"));
  if (!parsed.ok) throw new Error("The bundled scenario is not valid.");
  const play = createPlay({ scenario: parsed.scenario, seat: "ukraine", seed: 3 });
  const measure = (text: string, size: number) => 0.6 * size * text.length;
  return layoutOf(play.view.value.stage, box.width, box.height, measure, stageWords);
}

function sealOn(layout: Layout, id: string): { x: number; y: number } {
  const { box } = sealSpots(layout).find((spot) => spot.id === id)!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Nothing may stand before the canvas there: Playwright looks before it clicks. */
async function clickAt(page: Page, position: { readonly x: number; readonly y: number }): Promise<void> {
  await page.locator("canvas").click({ position });
}

const focusedOf = (page: Page): Locator => page.locator("*:focus");

/** Presses Tab until the target has the focus; in a radio group, arrow keys from the chosen button. */
async function tabTo(page: Page, target: Locator, limit = 150, group?: Locator): Promise<void> {
  const wanted = target.and(focusedOf(page));
  for (let presses = 0; presses < limit; presses++) {
    if ((await wanted.count()) > 0) return;
    const inGroup = group !== undefined && (await group.and(focusedOf(page)).count()) > 0;
    await page.keyboard.press(inGroup ? "ArrowUp" : "Tab");
  }
  throw new Error(`${limit} presses did not lead to ${target}.`);
}

const choiceOf = (page: Page): Locator => openGroup(page, "U.S. support for the force").getByRole("radio");

/** From wherever the focus is to a button of the action bar, and presses it. The bar is near the end of the page. */
async function pressIn(page: Page, name: string): Promise<void> {
  await tabTo(page, button(bar(page), name));
  await page.keyboard.press("Enter");
  await expectFocusKept(page, `pressing “${name}”`);
}

/** Waits while the others move by themselves. */
async function yourTurnByKeyboard(page: Page): Promise<Ask> {
  await expect(bar(page)).not.toHaveAccessibleName("Others act", { timeout: 15_000 });
  return yourTurn(page);
}
