/** Talks are played to their end from every kind of chair, and the result tells what would hold, by name and role. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import {
  bar,
  button,
  decide,
  expect,
  region,
  resultHeading,
  STILL,
  sitDown,
  test,
  yourTurn,
} from "./parley.ts";

test.use(STILL);

/** Accepts what it may, otherwise repeats what stands; says yes in its delegation. Returns the questions it was asked. */
async function talkToTheEnd(page: Page): Promise<string[]> {
  const asked: string[] = [];
  for (let ask = await yourTurn(page); ask !== "ended"; ask = await yourTurn(page)) {
    asked.push(ask);
    if (ask === "council") await decide(page, "For");
    else if (await button(bar(page), "Accept the offer").isVisible()) await decide(page, "Accept the offer");
    else if (await button(bar(page), "Hold").isVisible()) await decide(page, "Hold");
    else await decide(page, "Put this offer to the table");
  }
  await button(page, "See the result").click();
  await expect(resultHeading(page)).toBeVisible();
  return asked;
}

async function expectNothingFound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`)).toEqual([]);
}

test.describe("talks are played to their end", () => {
  test("by Russia, who offers, accepts or walks away", async ({ page }) => {
    await sitDown(page, { scenario: "direct-talks", seat: "russia" });
    await yourTurn(page);
    await expect(button(bar(page), "Walk away…")).toBeVisible();
    await expectNothingFound(page);
    expect(await talkToTheEnd(page)).toContain("offer");
    await expectNothingFound(page);
  });

  test("by a member of a delegation, who votes on what its spokesperson would accept", async ({ page }) => {
    await sitDown(page, { scenario: "direct-talks", seat: "germany" });
    expect(new Set(await talkToTheEnd(page))).toEqual(new Set(["council"]));
  });

  test("by the mediator, who may hold and signs nothing", async ({ page }) => {
    await sitDown(page, { scenario: "direct-talks", seat: "un_secretariat" });
    await yourTurn(page);
    await expect(button(bar(page), "Hold")).toBeVisible();
    await expect(button(bar(page), "Accept the offer")).toBeHidden();
    await talkToTheEnd(page);
  });

  test("a side that walks away ends them", async ({ page }) => {
    await sitDown(page, { scenario: "budapest-1994", seat: "ukraine" });
    await yourTurn(page);
    await button(bar(page), "Walk away…").click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /walk away/i })
      .click();
    await button(page, "See the result").click();
    await expect(page.getByRole("heading", { level: 1, name: /You walked away/ })).toBeVisible();
  });
});

test("what was signed at three chairs goes home, and the futures answer to switches", async ({ page }) => {
  await sitDown(page, { scenario: "three-chairs", seat: "ukraine", seed: 2 });
  await button(page, "Let an agent play for me").click();
  await button(page, "Skip to the end").click();
  await button(page, "See the result").click();
  const section = region(page, /Did it hold|What would hold/);
  await expect(section.getByText(/In this model, \d+ of 10 futures/)).toBeVisible();
  const share = () => section.getByRole("row", { name: /No return to war/ }).innerText();
  const before = await share();
  await section
    .getByRole("combobox", { name: "How far the other side reads protection as a threat" })
    .selectOption("Fully");
  await expect(section.getByRole("columnheader", { name: "With your switches" }).first()).toBeVisible();
  expect(await share()).not.toBe(before);
  await expectNothingFound(page);
});
