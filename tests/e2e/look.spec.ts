/**
 * Pictures of each screen for people to look at, in tests/results/screens: they are not compared. What is tested is
 * what can be measured: nothing sticks out sideways, no button cuts its own words, and the thing to do next is in sight.
 */
import type { Locator, Page } from "@playwright/test";
import {
  bar,
  button,
  expect,
  expectNoSidewaysScroll,
  heading,
  playUntil,
  resultHeading,
  STILL,
  sitDown,
  sitDownAtTheSmallTable,
  test,
} from "./parley.ts";

test.use({ ...STILL, stage: "webgl" });

const WINDOWS = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
] as const;

for (const viewport of WINDOWS) {
  test.describe(`in a window of ${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });

    test("everything has its place before the game", async ({ page }) => {
      await page.goto("./");
      await look(page, "start", button(page, "Play now"));
      await button(page, "Choose a seat").click();
      await expect(heading(page, "Choose a seat")).toBeVisible();
      await look(page, "briefing", button(page, "Begin"));
    });

    test("everything has its place at the table and after it", async ({ page }) => {
      await sitDown(page);
      await page.locator("canvas").waitFor();
      await playUntil(page, "motion");
      await look(page, "ballot", button(bar(page), "For"));
      await playUntil(page, "speech");
      await look(page, "floor", button(bar(page), "Hold"));
      await button(page, "Let an agent play for me").click();
      await button(page, "Skip to the end").click();
      await button(page, "See the result").click();
      await look(page, "result", resultHeading(page));
      await sitDownAtTheSmallTable(page);
      await playUntil(page, "text");
      await look(page, "adoption", button(bar(page), "For"));
    });
  });
}

async function look(page: Page, screen: string, first: Locator): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  const { width } = page.viewportSize()!;
  await page.screenshot({ path: `tests/results/screens/${screen}-${width}.png` });
  await expect(first).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScroll(page);
  expect(await page.evaluate(sticksOut)).toEqual([]);
}

/** Runs in the page: visible elements beyond its edges, and buttons whose words don't fit. */
function sticksOut(): readonly string[] {
  const named = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.textContent ?? "").trim().slice(0, 40)}”`;
  const clipped = (element: Element): boolean => {
    for (let at = element.parentElement; at !== null; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== "visible") return true;
    return false;
  };
  const all = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility());
  const beyond = all.filter((element) => {
    const { left, right, width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && (left < -1 || right > innerWidth + 1) && !clipped(element);
  });
  const cut = all.filter(
    (element) =>
      element.matches("button, summary, label, legend, h1, h2, h3") &&
      element.scrollWidth > element.clientWidth + 1 &&
      element.clientWidth > 1,
  );
  return [
    ...beyond.map((element) => `beyond the edge: ${named(element)}`),
    ...cut.map((element) => `too narrow for its words: ${named(element)}`),
  ];
}
