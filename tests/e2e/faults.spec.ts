/** Small things that went wrong once on real screens: presses, print, long names, lost pictures, pages that can't start. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import {
  bar,
  button,
  expect,
  heading,
  openFile,
  recordOf,
  STILL,
  sitDown,
  test,
  yourTurn,
} from "./parley.ts";

test.use(STILL);

test("the second click of a double click does not press what has come under the pointer", async ({
  page,
}) => {
  await sitDown(page, { scenario: "first-minute", seat: "ukraine", seed: 1 });
  await yourTurn(page);
  await expect(bar(page)).not.toHaveAttribute("data-settling");
  const hold = button(bar(page), "Hold");
  const box = (await hold.boundingBox())!;
  await page.evaluate(() => {
    const presses: string[] = [];
    Object.assign(window, { presses });
    // While the click goes down, before the page answers: a button may serve for another one afterwards.
    const note = ({ target }: Event) =>
      presses.push((target as Element).closest("button")?.textContent ?? "nothing");
    window.addEventListener("click", note, { capture: true });
  });
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2, { delay: 5 });
  const presses = await page.evaluate(() => (window as unknown as { presses: string[] }).presses);
  // The second falls on the same button if the first is still being kept, and on nothing once the bar has changed.
  expect([...new Set(presses)].filter((press) => press !== "nothing")).toEqual(["Hold"]);
  await expect(bar(page)).not.toHaveAttribute("aria-busy", "true");
  expect((await recordOf(page)).filter((entry) => entry.includes("lets the text stand"))).toHaveLength(1);
});

for (const width of [1366, 1280]) {
  test(`the tools of the table stand apart from the display settings at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 720 });
    await sitDown(page, { scenario: "paris-2026", seat: "ukraine", seed: 1 });
    const leave = (await button(page, "Leave").boundingBox())!;
    const display = (await button(page, "Display").boundingBox())!;
    expect(leave.x + leave.width).toBeLessThanOrEqual(display.x);
  });
}

test("every fold is open on paper and closed again afterwards", async ({ page }) => {
  await sitDown(page, { scenario: "first-minute", seat: "ukraine", seed: 1 });
  await yourTurn(page);
  await toTheResult(page);
  const folds = page.locator("main details");
  const closed = page.locator("main details:not([open])");
  const before = await closed.count();
  expect(before).toBeGreaterThan(2);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(closed).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(closed).toHaveCount(before);
  await expect(folds.first()).toBeAttached();
});

for (const width of [1366, 320]) {
  test(`names as long as the format allows never widen the page at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 768 });
    await page.goto("./");
    await page.locator('input[type="file"]').first().setInputFiles(longNames());
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect(page.locator('[data-screen="briefing"]')).toBeVisible();
    expect(await wide()).toBeLessThanOrEqual(0);
    await beginHere(page);
    await yourTurn(page);
    expect(await wide()).toBeLessThanOrEqual(0);
    await toTheResult(page);
    expect(await wide()).toBeLessThanOrEqual(0);
  });
}

test.describe("a lost picture", () => {
  test.use({ stage: "webgl" });

  test("is told, and comes back without a word", async ({ page }) => {
    await sitDown(page, { scenario: "first-minute", seat: "ukraine", seed: 1 });
    await expect(page.locator("canvas")).toBeVisible();
    const lose = (which: "loseContext" | "restoreContext") =>
      page.evaluate((method) => {
        const kept = window as unknown as { lost?: WEBGL_lose_context | null | undefined };
        const canvas = document.querySelector("canvas");
        kept.lost ??= (canvas?.getContext("webgl2") ?? canvas?.getContext("webgl"))?.getExtension(
          "WEBGL_lose_context",
        );
        kept.lost?.[method]();
      }, which);
    const sentence = page.getByText("The picture is not available now.");
    await lose("loseContext");
    await expect(sentence).toBeVisible();
    await lose("restoreContext");
    await expect(sentence).toBeHidden();
    await yourTurn(page);
  });
});

test.describe("a page that can't start says what to do", () => {
  test.use({ expected: [/.*/] });

  test("from a file on disk", async ({ browser }) => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL("dist/index.html").href);
    await expect(page.getByText("Still loading?")).toBeVisible({ timeout: 15_000 });
    await page.close();
  });

  test("in a closed frame of another page", async ({ page, baseURL }) => {
    await page.setContent(
      `<iframe sandbox="allow-scripts" src="${baseURL}" width="900" height="600"></iframe>`,
    );
    await expect(page.frameLocator("iframe").getByText("Still loading?")).toBeVisible({ timeout: 15_000 });
  });
});

async function toTheResult(page: Page): Promise<void> {
  await button(page, "Let an agent play for me").click();
  await button(page, "Skip to the end").or(button(page, "See the result")).click();
  await button(page, "See the result").click();
}

async function beginHere(page: Page): Promise<void> {
  await page.locator('[data-screen="briefing"] button.primary').first().click();
  await expect(heading(page, /.+/).first()).toBeVisible();
}

/** The first minute with every name as long as it may be, of one word each. */
function longNames(): string {
  const scenario = JSON.parse(readFileSync("scenarios/first-minute.json", "utf8"));
  scenario.title = "T".repeat(120);
  for (const party of scenario.parties) party.name = party.name.padEnd(60, "W");
  for (const issue of scenario.issues) {
    issue.title = issue.title.replaceAll(" ", "").padEnd(100, "x");
    for (const option of issue.options) option.label = option.label.replaceAll(" ", "").padEnd(100, "m");
  }
  const path = join(mkdtempSync(join(tmpdir(), "parley-")), "long-names.json");
  writeFileSync(path, JSON.stringify(scenario));
  return path;
}

test("“Play again” plays the same table again, and the game that has ended is kept", async ({ page }) => {
  await sitDown(page, { scenario: "first-minute", seat: "ukraine", seed: 1 });
  await yourTurn(page);
  await toTheResult(page);
  await button(page, "Play again").click();
  await yourTurn(page);
  await expect(heading(page, "The first minute")).toBeVisible();
  await expect(bar(page)).toHaveAccessibleName("You have the floor");
  expect((await recordOf(page)).length).toBeLessThan(3);
  await button(page, "Leave").click();
  await expect(button(page, "Continue")).toHaveCount(1);
  await expect(button(page, "See the result")).toHaveCount(1);
});

test("a number beside a bar stands on one line, in a wide window and a narrow one", async ({ page }) => {
  for (const width of [1366, 1024]) {
    await page.setViewportSize({ width, height: 768 });
    await sitDown(page, { scenario: "paris-2026", seat: "ukraine", seed: 1 });
    await yourTurn(page);
    const numbers = page.locator(".worth-title strong");
    await expect(numbers.first()).toBeVisible();
    // The table is drawn anew while it is measured: a number that has just left the page has no lines.
    const mostLines = () =>
      numbers.evaluateAll((numbers) =>
        Math.max(
          ...numbers.map((number) => {
            const range = document.createRange();
            range.selectNodeContents(number);
            return range.getClientRects().length;
          }),
        ),
      );
    await expect.poll(mostLines).toBe(1);
  }
});

test("an agent that breaks the rules stops the game with a way on", async ({ page }) => {
  // The vote of the empty chair, as it is built.
  const vote = /choice:(["'`])abstain\1,reason:\{cause:\1indifferent\1\}/g;
  let broken = 0;
  await page.route("**/assets/*.js", async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = text.replace(vote, "choice:$1maybe$1");
    if (body !== text) broken++;
    await route.fulfill({ response, body });
  });
  const scenario = JSON.parse(readFileSync("scenarios/first-minute.json", "utf8"));
  const poland = scenario.parties.find(({ id }: { id: string }) => id === "poland");
  poland.agent = { strategy: "hold" };
  await page.goto("./");
  await openFile(page, "Open a scenario file", "broken-rules.json", JSON.stringify(scenario));
  await button(page, "Begin").click();
  await yourTurn(page);
  expect(broken).toBeGreaterThan(0);
  await button(bar(page), "Hold").click();
  await yourTurn(page);
  await button(bar(page), "For").click();
  const stopped = heading(page, "The agent of Poland broke the rules");
  await expect(stopped).toBeVisible();
  await bar(page).getByText("What it did").click();
  await expect(bar(page)).toContainText('A vote has a choice: for, against or abstain, not "maybe".');
  await button(bar(page), "Decide for Poland").click();
  await expect(button(bar(page), "Sit down for Poland")).toBeVisible();
});
