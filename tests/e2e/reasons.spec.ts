/** What a person's vote against says: one of the true reasons, chosen by name or by keyboard, or nothing. */
import type { Page } from "@playwright/test";
import { bar, button, decide, expect, playUntil, region, STILL, sitDown, test } from "./parley.ts";

test.use(STILL);

const why = (page: Page) => bar(page).getByRole("combobox", { name: "With “Against”, say:" });
const lastVote = async (page: Page) => {
  const votes = page.getByRole("log", { name: "Record" }).getByRole("group").last();
  await votes.getByText("Who voted how, and why").click();
  return votes.getByRole("listitem").filter({ hasText: /^Poland/ });
};

async function vote(page: Page): Promise<void> {
  await sitDown(page, { seat: "poland" });
  await playUntil(page, "text");
  expect(await why(page).getByRole("option").count()).toBeGreaterThan(2);
}

test("is the weightiest reason unless another one is chosen, and the table hears it", async ({ page }) => {
  await vote(page);
  await why(page).focus();
  await page.keyboard.press("ArrowDown");
  const chosen = (await why(page).locator("option:checked").textContent())!;
  expect(chosen).not.toBe(await why(page).locator("option").first().textContent());
  await decide(page, "Against");
  const told = chosen.replace(/your mandate$/, "its mandate").replace(/^you still hope/, "it still hopes");
  await expect(await lastVote(page)).toHaveText(`Poland voted against: ${told}.`);
});

test("is nothing where nothing is to be said, until that is taken back", async ({ page }) => {
  await vote(page);
  await why(page).selectOption("nothing");
  await decide(page, "Against");
  await expect(await lastVote(page)).toHaveText("Poland: against.");
  await playUntil(page, "text");
  await expect(why(page).locator("option:checked")).toHaveText("nothing");
  await button(page, "Undo").click();
  await expect(region(page, "Adopt this text?").or(bar(page))).toBeVisible();
});
