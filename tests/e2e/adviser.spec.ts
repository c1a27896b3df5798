/** The adviser, asked about a delegation of one's choice, by role and name and by keyboard alone. */
import type { Page } from "@playwright/test";
import {
  bar,
  decide,
  expect,
  expectFocusKept,
  expectNoSidewaysScroll,
  playUntil,
  region,
  STILL,
  sitDown,
  test,
} from "./parley.ts";

test.use(STILL);

const adviser = (page: Page) => region(page, "Adviser");
const whom = (page: Page) => adviser(page).getByRole("combobox", { name: "What would it take for" });
const advice = (page: Page) => adviser(page).getByRole("paragraph");

test("tells what it would take for whom you choose, aloud, and tries it on in your draft", async ({
  page,
}) => {
  await sitDown(page);
  await playUntil(page, "speech");
  await expect(whom(page)).toHaveValue("");
  const needed = whom(page).locator("optgroup[label='Must agree'] option");
  const others = whom(page).locator("optgroup[label='Others at the table'] option");
  expect(await needed.count()).toBeGreaterThan(0);
  expect(await others.count()).toBeGreaterThan(3);
  await expect(whom(page).getByRole("option", { name: "Ukraine" })).toHaveCount(0);

  await whom(page).selectOption("Poland");
  await expect(advice(page)).toContainText(/Poland (is expected to|would hardly|might not) sign/);
  const said = (await advice(page).textContent())!;
  await expect(page.getByRole("status")).toHaveText(said);
  await expectFocusKept(page, "the choice of a delegation");
  await expectNoSidewaysScroll(page);

  const tried = adviser(page).getByRole("button", { name: "Try it in your draft" });
  if (!said.includes("The smallest change")) await expect(tried).toBeHidden();
  else {
    await tried.click();
    await expect(bar(page).getByRole("button", { name: "Put this to the table" })).toBeEnabled();
  }
});

test("keeps to whom you have asked about until you choose the nearest again, by keyboard", async ({
  page,
}) => {
  await sitDown(page);
  await playUntil(page, "speech");
  const pushed = (await advice(page).textContent())!;
  await whom(page).focus();
  for (let k = 0; k < 3; k++) await page.keyboard.press("ArrowDown");
  const chosen = await whom(page).inputValue();
  expect(chosen).not.toBe("");
  const name = await whom(page).locator("option:checked").textContent();
  await expect(advice(page)).toContainText(name!);
  await page.keyboard.press("Home");
  await expect(whom(page)).toHaveValue("");
  await expect(advice(page)).toHaveText(pushed);

  for (let k = 0; k < 3; k++) await page.keyboard.press("ArrowDown");
  await decide(page, "Hold");
  await playUntil(page, "text");
  await expect(whom(page)).toHaveValue(chosen);
  await expect(advice(page)).toContainText(name!);
});

test("your delegation and your capital are heard where they differ", async ({ page }) => {
  await sitDown(page, { seat: "united_states", seed: 1 });
  await playUntil(page, "speech");
  await expect(adviser(page).getByRole("heading", { name: "Two voices on the text" })).toBeVisible();
  await expect(
    advice(page).filter({ hasText: /^Your delegation would sign: .* points more to you/ }),
  ).toBeVisible();
  await expect(
    advice(page).filter({
      hasText: /^Your capital would (not sign: it breaks|sign only with a reservation)/,
    }),
  ).toBeVisible();
});
