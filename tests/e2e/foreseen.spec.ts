/** What was expected of a ballot against what came: below the stage and in the record, the same after undo and reload. */
import { button, decide, expect, playUntil, region, STILL, sitDown, test } from "./parley.ts";

test.use(STILL);

test("the last ballot tells what the forecast expected before it", async ({ page }) => {
  await sitDown(page, { seat: "poland" });
  await playUntil(page, "text");
  const forecast = (await region(page, "Forecast").textContent())!;
  const expected = /The ballot on it: about (\d+) for/.exec(forecast)![1]!;
  await decide(page, "For");
  const entry = page.getByRole("log", { name: "Record" }).getByRole("group").filter({
    hasText: "Who voted how, and why",
  });
  const sentence = new RegExp(`Expected about ${expected} for, came \\d+`);
  await expect(entry.last()).toContainText(sentence);
  const told = (await region(page, "Last ballot").textContent())!;
  await page.reload();
  await button(page, "Continue").click();
  await expect(region(page, "Last ballot")).toHaveText(told);
  await expect(entry.last()).toContainText(sentence);
});
