/** Events and levers at the table, by role and name: what came is told with its sources, and a pull can be taken back. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { cardsScenario } from "../fixtures/cards.ts";
import {
  bar,
  button,
  expect,
  expectFocusKept,
  expectNoSidewaysScroll,
  heading,
  openFile,
  playUntil,
  recordOf,
  region,
  STILL,
  sitDown,
  test,
} from "./parley.ts";

test.use(STILL);

const PULLED = "Ukraine pulls a lever: Pledge of depots, aimed at Poland.";

/** Ukraine has the floor in the first round, with the event on the table. */
async function haveTheFloor(page: Page): Promise<void> {
  await page.goto("./");
  await openFile(page, "Open a scenario file", "cards.json", cardsScenario());
  await page.getByRole("radio", { name: /Ukraine/ }).check();
  await button(page, "Begin").click();
  await playUntil(page, "speech");
}

const dialog = (page: Page) => page.getByRole("dialog", { name: "Your levers" });
const lever = (page: Page, title: string) =>
  dialog(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: title, exact: true }) });

test("an event is told with what it changes, for how long, and where it comes from", async ({ page }) => {
  await haveTheFloor(page);
  const news = region(page, "News: A large exercise near the border");
  await expect(news).toContainText("Observers are let in late.");
  await expect(news.getByRole("listitem")).toHaveText([
    "Tension rises.",
    "Ukraine may settle for one option less on U.S. support.",
  ]);
  await expect(news).toContainText("Lasts for good.");
  await expect(news.getByRole("link")).toBeHidden();
  await news.getByText("Background and sources").click();
  await expect(news.getByRole("link").first()).toBeVisible();
  await expect(news).toContainText("teaching parameters");

  expect((await recordOf(page))[0]).toMatch(/^News: A large exercise near the border\./);
  await expect(region(page, "You speak for Ukraine")).toContainText(
    "U.S. support: no limit. Moved by: A large exercise near the border.",
  );
  const onTable = region(page, "On the table");
  await onTable.getByText("1 card").click();
  await expect(onTable.getByText("A large exercise near the border")).toBeVisible();
});

test("a lever is pulled by keyboard, paid, recorded, and taken back", async ({ page }) => {
  await haveTheFloor(page);
  await button(bar(page), "Levers (2 left)").focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toContainText("You may pull 2 more in this round.");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(button(bar(page), "Levers (2 left)")).toBeFocused();

  await page.keyboard.press("Enter");
  const depots = lever(page, "Pledge of depots");
  await expect(depots).toContainText("It costs you 3 points. 2 of 2 uses left.");
  await depots.getByRole("combobox").focus();
  await page.keyboard.type("Poland");
  await expect(depots).toContainText("More is at stake for Poland on U.S. support (+2.2 points).");
  await depots.getByRole("button", { name: /^Pull this lever/ }).focus();
  await page.keyboard.press("Enter");

  await expect(dialog(page)).toBeHidden();
  await expectFocusKept(page, "a pull");
  await expect(page.getByRole("status")).toHaveText(/You keep your turn\. You may pull one more/);
  expect((await recordOf(page)).at(-1)).toBe(PULLED);
  await expect(heading(bar(page), "You have the floor")).toBeVisible();

  await button(bar(page), "Levers (1 left)").press("Enter");
  await expect(depots).toContainText("1 of 2 uses left.");
  await expect(dialog(page)).toContainText("Your pulls have cost you 3 points so far");
  await page.keyboard.press("Escape");

  await button(page, "Undo").press("Enter");
  await expect(button(bar(page), "Levers (2 left)")).toBeVisible();
  expect(await recordOf(page)).not.toContain(PULLED);
});

test("a lever that can't be pulled says why", async ({ page }) => {
  await haveTheFloor(page);
  await button(bar(page), "Levers (2 left)").click();
  const speech = lever(page, "Speech to parliament").getByRole("button", { name: /^Pull this lever/ });
  await expect(speech).toBeDisabled();
  await expect(speech).toHaveAccessibleDescription(
    "It can be pulled only while Bindingness is “Ratified treaty”.",
  );
});

test("a seat without levers has no button for them", async ({ page }) => {
  await sitDown(page, { scenario: "first-minute", seat: "ukraine", seed: 1 });
  await playUntil(page, "speech");
  await expect(bar(page).getByRole("button", { name: /^Levers/ })).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours on a narrow screen`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } });

    test("the checker finds nothing in news, cards and levers, and nothing is cut off", async ({ page }) => {
      await haveTheFloor(page);
      await region(page, "News: A large exercise near the border")
        .getByText("Background and sources")
        .click();
      const found = async () => {
        const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
        return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`);
      };
      expect(await found()).toEqual([]);
      await expectNoSidewaysScroll(page);
      await button(bar(page), "Levers (2 left)").click();
      await expect(dialog(page)).toBeVisible();
      expect(await found()).toEqual([]);
      const { scrollWidth, clientWidth } = await dialog(page).evaluate((box) => ({
        scrollWidth: box.scrollWidth,
        clientWidth: box.clientWidth,
      }));
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    });
  });
}
