/** A scenario in another language than the page: its texts are marked as such on every screen, the page's own are not. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { inLetters } from "../fixtures/foreign.ts";
import { button, expect, letItPass, nextStop, openFile, STILL, test } from "./parley.ts";

test.use(STILL);

const LETTER = "ש";

function hebrew(name: string): string {
  const scenario = inLetters(JSON.parse(readFileSync(`scenarios/${name}.json`, "utf8")), LETTER);
  return JSON.stringify({ ...(scenario as object), language: "he" });
}

/**
 * What is marked wrongly: texts of the scenario that stand alone and not in an element of its language, names in a sentence of the
 * page that are not isolated there, and words of the page in an element of the scenario's language.
 */
function wrong(page: Page): Promise<string[]> {
  return page.evaluate((letter) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? "";
      const place = node.parentElement!;
      const marked = place.closest("[lang]")?.getAttribute("lang") === "he";
      const theirs = text.includes(letter);
      const where = `${place.closest("section,dialog,nav,header,main")?.className} ${place.tagName}.${place.className}: ${text.slice(0, 60)}`;
      const isolated = text.replaceAll(/[\u2066-\u2068][^\u2069]*\u2069/g, "");
      // Titles of sources may be in any language.
      const cited = place.closest("[dir=auto]") !== null;
      if (theirs && !marked && !cited && isolated.includes(letter)) found.push(where);
      if (marked && !theirs && /[a-z]{3}/.test(text)) found.push(`page's own: ${where}`);
    }
    return found;
  }, LETTER);
}

/** Plays a whole game and looks at each screen on the way, with everything unfolded. */
async function lookThrough(page: Page, scenario: string): Promise<string[]> {
  const found = new Set<string>();
  const look = async (where: string) => {
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
    for (const line of await wrong(page)) found.add(`${where}: ${line}`);
  };
  await page.goto("./");
  await openFile(page, "Open a scenario file", "mine.json", hebrew(scenario));
  await expect(button(page, "Begin")).toBeVisible();
  await button(page, "Read your confidential brief").click();
  await look("briefing");
  await button(page, "Begin").click();
  for (let ask = await nextStop(page); ask !== "ended"; ask = await nextStop(page)) {
    await look(ask);
    await letItPass(page, ask);
  }
  await look("ended");
  await button(page, "See the result").click();
  await expect(page.locator(".result-lead")).toBeVisible();
  await look("result");
  return [...found];
}

for (const scenario of ["three-chairs", "paris-2026"]) {
  test(`texts in another language are marked on every screen of ${scenario}`, async ({ page }) => {
    test.slow();
    expect(await lookThrough(page, scenario)).toEqual([]);
  });
}
