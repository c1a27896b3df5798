/**
 * Each phase has its own picture on the stage, and the last move of a phase is seen before the next picture comes up.
 * What is on a picture is told by unit tests; here it is only which picture is up, and where a click leads.
 */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parseScenario } from "../../src/agents/parse.ts";
import { createPlay } from "../../src/ui/desk/play.ts";
import { boxOf, placedOf } from "../../src/ui/stage/picture.ts";
import { stageWords } from "../../src/ui/stage/words.ts";
import { button, expect, STILL, sitDown, test, yourTurn } from "./parley.ts";

const picture = (page: Page) => page.locator("canvas").locator("..");

test.use({ ...STILL, stage: "webgl" });
test.use({ viewport: { width: 1366, height: 768 } });

test("in talks a click on a spokesperson or a member opens the delegation's card", async ({ page }) => {
  await sitDown(page, { scenario: "direct-talks", seat: "ukraine" });
  await expect(picture(page)).toHaveAttribute("data-picture", "talks");
  await yourTurn(page);
  for (const [name, id] of [
    ["Russia", "russia"],
    ["Germany", "germany"],
    ["United Nations Secretariat", "un_secretariat"],
  ] as const) {
    await page.locator("canvas").click({ position: await placeOf(page, id) });
    const card = page.getByRole("dialog", { name, exact: true });
    await expect(card).toBeVisible();
    await button(card, "Close").click();
  }
});

for (const stage of ["webgl", "canvas"] as const) {
  test.describe(`drawn by ${stage}`, () => {
    test.use({ stage });

    test("a text goes from the hall to the parliaments, and then to its futures", async ({ page }) => {
      test.slow();
      await sitDown(page, { scenario: "three-chairs", seat: "ukraine", seed: 4 });
      await expect(picture(page)).toHaveAttribute("data-picture", "hall");
      await button(page, "Let an agent play for me").click();
      await expect(picture(page)).toHaveAttribute("data-picture", "ratification", { timeout: 60_000 });
      await expect(picture(page)).toHaveAttribute("data-picture", "aftermath", { timeout: 20_000 });
      expect(await page.locator("canvas").locator("..").getAttribute("data-tweens")).toBe("0");
      await expect(page.locator("canvas")).toHaveCount(1);
    });
  });
}

test("a jump to the end shows the futures at once, and undoing goes back to the hall", async ({ page }) => {
  await sitDown(page, { scenario: "three-chairs", seat: "ukraine", seed: 4 });
  await yourTurn(page);
  await button(page, "Hold").click();
  await button(page, "Let an agent play for me").click();
  await button(page, "Skip to the end").click();
  await expect(picture(page)).toHaveAttribute("data-picture", "aftermath");
  await button(page, "Undo").click();
  await expect(picture(page)).toHaveAttribute("data-picture", "hall");
});

/** Where a delegation sits on the canvas: the same pure function, for the same game and size. */
async function placeOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const canvas = (await page.locator("canvas").boundingBox())!;
  const parsed = parseScenario(readFileSync("scenarios/direct-talks.json", "utf8"));
  if (!parsed.ok) throw new Error("The bundled scenario is not valid.");
  const play = createPlay({ scenario: parsed.scenario, seat: "ukraine", seed: 3 });
  // true widths, because names under the seats take their room from the table
  const widths = await page.evaluate(measureAll, textsOf(play.view.value.stage));
  const measure = (text: string, size: number, bold: boolean) => (widths[`${bold} ${text}`] ?? 0) * size;
  const { box } = boxOf(
    placedOf(play.view.value.stage, canvas.width, canvas.height, measure, stageWords),
    id,
  )!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function textsOf({ scene }: ReturnType<typeof createPlay>["view"]["value"]["stage"]): string[] {
  const names = scene.kind === "talks" ? scene.sides.map(({ name }) => name) : [];
  return [...names, ...Object.values(stageWords.side)];
}

/** Runs in the page: widths by font size, for bold and plain text. */
function measureAll(texts: readonly string[]): Record<string, number> {
  const context = document.createElement("canvas").getContext("2d")!;
  const found: Record<string, number> = {};
  for (const bold of [true, false])
    for (const text of texts) {
      context.font = `${bold ? "bold " : ""}100px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif`;
      found[`${bold} ${text}`] = context.measureText(text).width / 100;
    }
  return found;
}
