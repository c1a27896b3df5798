/**
 * The screens for everybody: an automatic checker as a floor, what a screen reader is given as stored files, narrow
 * windows, no motion where none is wanted, and a focus that never gets lost. `npx playwright test -u` writes the stored
 * files anew; read the difference before it is kept.
 */
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import {
  bar,
  button,
  decide,
  expect,
  expectFocusKept,
  expectNoSidewaysScroll,
  heading,
  openFile,
  playToTheResult,
  playUntil,
  resultHeading,
  STILL,
  sitDown,
  sitDownAtTheSmallTable,
  test,
  yourTurn,
} from "./parley.ts";

test.use(STILL);

const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const BROKEN = readFileSync("tests/fixtures/broken/two-faults.json", "utf8");

/** Rules about colour: all that can differ between light and dark. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** One line a finding: screen, rule, and the elements it is about. */
async function findings(page: Page, screen: string, colorScheme: "light" | "dark"): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true); // no frames here; the other mode opens a page each time
  const checker = colorScheme === "light" ? axe.withTags(RULES) : axe.withRules(COLOUR_RULES);
  const { violations } = await checker.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${screen}: ${id} (${help}) at ${target}: ${any[0]?.message ?? ""}`),
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`the checker finds nothing in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    const check = async (page: Page, screen: string) =>
      expect.soft(await findings(page, screen, colorScheme)).toEqual([]);

    test("before the game", async ({ page }) => {
      await page.goto("./");
      await expect(button(page, "Play now")).toBeVisible();
      await check(page, "start");
      await openFile(page, "Open a scenario file", "two-faults.json", BROKEN);
      await expect(page.getByText("Line 48, column 105")).toBeVisible();
      await check(page, "error list");
      await button(page, "Choose a seat in “The first minute”").click();
      await button(page, "Read your confidential brief").click();
      await check(page, "briefing");
    });

    test("at the large table", async ({ page }) => {
      await sitDown(page);
      await yourTurn(page);
      await check(page, "ballot");
    });

    test("at the small table and in its dialogs", async ({ page }) => {
      await sitDownAtTheSmallTable(page);
      await yourTurn(page);
      await openEveryFold(page);
      await check(page, "floor, unfolded");
      const dialogs = ["Display", "Sources", "Help", "Poland", "Walk away…", "Read the whole brief"];
      for (const name of colorScheme === "light" ? dialogs : ["Poland"]) {
        await button(page, name).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await check(page, name);
        await button(page.getByRole("dialog"), "Close").click();
      }
      await playUntil(page, "text");
      await check(page, "adoption");
      await playToTheResult(page);
      await openEveryFold(page);
      await check(page, "result");
    });
  });
}

/** What is folded is part of the screen too. */
async function openEveryFold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) (fold as HTMLDetailsElement).open = true;
  });
}

test.describe("what a screen reader is given", () => {
  const main = (page: Page) => page.getByRole("main");

  test("on the start page", async ({ page }) => {
    await page.goto("./");
    await expect(main(page)).toMatchAriaSnapshot({ name: "start.aria.yml" });
  });

  test("at the table, from the floor to the result", async ({ page }) => {
    await sitDownAtTheSmallTable(page);
    await playUntil(page, "speech");
    await expect(main(page)).toMatchAriaSnapshot({ name: "floor.aria.yml" });
    await playUntil(page, "motion");
    await expect(main(page)).toMatchAriaSnapshot({ name: "ballot.aria.yml" });
    await playToTheResult(page);
    await expect(main(page)).toMatchAriaSnapshot({ name: "result.aria.yml" });
  });
});

test("nothing is wider than a window of 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("./");
  await expect(button(page, "Play now")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await button(page, "Choose a seat").click();
  await expect(heading(page, "Choose a seat")).toBeVisible();
  await button(page, "Read your confidential brief").click();
  await expectNoSidewaysScroll(page);
  await sitDown(page);
  await playUntil(page, "speech");
  await openEveryFold(page);
  await expectNoSidewaysScroll(page);
  await decide(page, "Hold");
  await button(page, "Let an agent play for me").click();
  await button(page, "Skip to the end").click();
  await button(page, "See the result").click();
  await expect(resultHeading(page)).toBeVisible();
  await openEveryFold(page);
  await expectNoSidewaysScroll(page);
});

test.describe("the stage", () => {
  test.use({ stage: "webgl" });
  const tweens = (page: Page) => page.locator("canvas").locator("..").getAttribute("data-tweens");

  test("moves nothing where less motion is wanted", async ({ page }) => {
    await sitDownAtTheSmallTable(page);
    await expect(page.locator("canvas")).toHaveAttribute("aria-hidden", "true");
    await playUntil(page, "motion");
    await decide(page, "For");
    await playUntil(page, "ended");
    expect(await tweens(page)).toBe("0");
  });

  test.describe("elsewhere", () => {
    test.use({ reducedMotion: "no-preference" });

    test("moves what changes until it is told not to, and follows the theme", async ({ page }) => {
      await sitDownAtTheSmallTable(page);
      await page.locator("canvas").waitFor();
      await yourTurn(page);
      await decide(page, "Hold");
      await expect.poll(async () => Number(await tweens(page))).toBeGreaterThan(0);
      await button(page, "Display").click();
      await page.getByRole("radio", { name: "Off" }).check({ force: true });
      const before = await tweens(page);
      const picture = await page.locator("canvas").screenshot();
      await page.getByRole("radio", { name: "Light" }).check({ force: true });
      await expect.poll(async () => picture.equals(await page.locator("canvas").screenshot())).toBe(false);
      await button(page.getByRole("dialog"), "Close").click();
      await playUntil(page, "ended");
      expect(await tweens(page)).toBe(before);
    });
  });
});

test.describe("the focus", () => {
  test("skips to the main part by the first link", async ({ page }) => {
    await page.goto("./");
    await expect(button(page, "Play now")).toBeVisible();
    await page.keyboard.press("Tab");
    const link = page.getByRole("link", { name: "Skip to the main part" });
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(button(page, "Play now")).toBeFocused();
  });

  test("stays on the screen when the pressed button goes away", async ({ page }) => {
    await page.goto("./");
    const press = async (name: string) => {
      await button(page, name).press("Enter");
      await expectFocusKept(page, `“${name}”`);
    };
    await press("Only a minute? Start with “The first minute”");
    await yourTurn(page);
    await page.getByRole("radio", { name: "Enablers", exact: true }).check();
    await press("Put this to the table");
    await yourTurn(page);
    await press("For");
    await playUntil(page, "text");
    await press("Abstain");
    await playUntil(page, "ended");
    await press("See the result");
    await press("Undo my last decision");
    await yourTurn(page);
    await press("Let an agent play for me");
    await press("Skip to the end");
    await press("See the result");
    await press("Go back to round 1");
    await press("Take the seat back");
    await press("Leave");
    await press("Discard");
    await press("Discard it");
  });

  test("stays on the screen when the others' moves take the pressed button away", async ({ page }) => {
    await sitDownAtTheSmallTable(page);
    await playUntil(page, "speech");
    // The others may be quick: the button takes the focus in the moment in which it is there.
    const focused = page.waitForFunction(() => {
      const skip = [...document.querySelectorAll("button")].find(
        ({ textContent }) => textContent === "Skip to my next decision",
      );
      skip?.focus();
      return skip !== undefined;
    });
    await decide(page, "Hold");
    await focused;
    await expect(bar(page)).not.toHaveAccessibleName("Others act");
    await expectFocusKept(page, "the others' moves");
  });

  test("comes back to the button that opened a dialog", async ({ page }) => {
    await sitDownAtTheSmallTable(page);
    await yourTurn(page);
    for (const name of ["Sources", "Help", "Walk away…", "Read the whole brief", "Poland"]) {
      if (name === "Poland") await openEveryFold(page);
      await button(page, name).press("Enter");
      await expect(page.getByRole("dialog")).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
      await expect(button(page, name)).toBeFocused();
    }
  });
});
