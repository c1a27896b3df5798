/**
 * What waits for the result is on no screen before it: a whole game of Paris, of which every screen is read, with its folds,
 * dialogs and hints, and every seat's briefing; on the result page it stands.
 */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parseScenario } from "../../src/agents/parse.ts";
import { cardModels, saidLater, sourcesInPlay } from "../../src/scenario/reveal.ts";
import { dateName } from "../../src/view/date.ts";
import { button, expect, letItPass, nextStop, STILL, test } from "./parley.ts";

test.use(STILL);

const parsed = parseScenario(readFileSync("scenarios/paris-2026.json", "utf8"));
if (!parsed.ok) throw new Error("scenarios/paris-2026.json has problems.");
const { scenario } = parsed;
const { history } = scenario;

const shown = new Set(sourcesInPlay(scenario).map(({ title }) => title));
const hiddenTitles = scenario.sources.map(({ title }) => title).filter((title) => !shown.has(title));
const later = saidLater(scenario).flatMap(({ claims }) => claims.flatMap((claim) => claim.later));
const toldWithTheResult = [
  history!.text,
  ...history!.readings!.map(({ text }) => text),
  ...later.map(({ text }) => text),
  ...cardModels(scenario).map(({ note }) => note),
];
const waiting = [...hiddenTitles, ...toldWithTheResult, scenario.teaching!.slice(0, 80)];

/** All text of the page, unfolded or not, and what only a pointer or a reader of the screen is told. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const hints = [...document.querySelectorAll("[title],[aria-label]")].flatMap((element) => [
      element.getAttribute("title") ?? "",
      element.getAttribute("aria-label") ?? "",
    ]);
    return [document.body.textContent, ...hints].join("\n");
  });
}

const squeezed = (text: string) => text.replaceAll(/\s+/g, " ");

test("nothing that waits for the result is told on any screen before it", async ({ page }) => {
  test.slow();
  expect(hiddenTitles.length).toBeGreaterThan(10);
  expect(later.length).toBeGreaterThan(10);
  const told = new Map<string, string>();
  let screens = 0;
  const look = async (where: string) => {
    screens++;
    const text = squeezed(await textOf(page));
    for (const one of waiting) if (text.includes(squeezed(one))) told.set(one.slice(0, 80), where);
  };
  const lookIntoDialog = async (where: string) => {
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await look(where);
    await button(dialog, "Close").click();
    await expect(dialog).toBeHidden();
  };
  const lookInto = async (name: string) => {
    await button(page, name).click();
    await lookIntoDialog(name);
  };

  await page.goto("./");
  await look("start");
  await expect(page.getByText(`Positions as stated up to ${dateName(scenario.asOf)}.`)).toBeVisible();
  await button(page, "Choose a seat in “The Paris summit”").click();
  await button(page, "Read your confidential brief").click();
  for (const { name } of scenario.parties) {
    await page.getByRole("radio", { name, exact: true }).check();
    await look(`brief of ${name}`);
  }
  await page.getByRole("radio", { name: "Ukraine", exact: true }).check();
  await button(page, "Begin").click();
  await nextStop(page);
  await lookInto("Sources");
  await lookInto("Help");
  for (let ask = await nextStop(page); ask !== "ended"; ask = await nextStop(page)) {
    await look(ask);
    const levers = page.getByRole("button", { name: /^Levers/ });
    if (await levers.isVisible()) {
      await levers.click();
      await lookIntoDialog("levers");
    }
    await letItPass(page, ask);
  }
  await look("end");
  expect([...told]).toEqual([]);
  expect(screens).toBeGreaterThan(scenario.parties.length + 15);

  await button(page, "See the result").click();
  await expect(page.locator(".result-lead")).toBeVisible();
  const result = squeezed(await textOf(page));
  for (const one of toldWithTheResult) expect(result).toContain(squeezed(one));
});
