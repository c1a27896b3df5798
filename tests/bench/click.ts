/**
 * What a press on an option of the Paris draft costs the page, from the press to the paint that shows it: processor
 * time of the main thread, unthrottled. `node tests/bench/click.ts`, with another FOLDER for another build. Each
 * press waits until the picture has come to rest, so that nothing but the press is counted; beside it stands a press on
 * a place where nothing happens, which is what the measurement itself costs.
 */
import { type CDPSession, chromium, type Locator, type Page } from "@playwright/test";
import { preview } from "vite";
import { findBrowser } from "../browser.ts";

const PRESSES = 40;
const WARM_UP = 6;
/** Milliseconds until tweens of the picture have ended. */
const REST = 900;
const LINK = "#scenario=paris-2026&seat=france&seed=1";

const folder = process.argv[2] ?? "dist";
const server = await preview({ build: { outDir: folder }, preview: { port: 0, strictPort: false } });
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});

try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "en-GB" });
  await page.goto(`${server.resolvedUrls?.local[0]}${LINK}`);
  await page.getByRole("heading", { name: "You have the floor" }).waitFor({ timeout: 120_000 });
  await page.locator("canvas").waitFor({ timeout: 120_000 });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const issue = page.locator(".issue").first();
  const options = await issue.getByRole("radio").count();
  const idle: Cost[] = [];
  const presses: Cost[] = [];
  for (let n = 0; n < WARM_UP + PRESSES; n++) {
    const nothing = await costOf(page, cdp, page.locator(".column-stage").first());
    const option = await costOf(page, cdp, issue.locator("label").nth(n % options));
    if (n < WARM_UP) continue;
    idle.push(nothing);
    presses.push(option);
  }
  tell("a press on an option", presses);
  tell("a press on nothing", idle);
} finally {
  await browser.close();
  await server.close();
}

/** Milliseconds of the main thread's processor time. */
interface Cost {
  readonly all: number;
  readonly script: number;
  readonly style: number;
  readonly layout: number;
}

async function costOf(page: Page, cdp: CDPSession, target: Locator): Promise<Cost> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error("The target of a press is not on the screen.");
  const at = { x: box.x + Math.min(12, box.width / 2), y: box.y + Math.min(10, box.height / 2) };
  await page.mouse.move(at.x, at.y);
  await page.waitForTimeout(REST);
  const before = await metrics(cdp);
  await cdp.send("Input.dispatchMouseEvent", { type: "mousePressed", ...at, button: "left", clickCount: 1 });
  await cdp.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...at, button: "left", clickCount: 1 });
  await page.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => setTimeout(() => painted(undefined)))),
  );
  const after = await metrics(cdp);
  const spent = (name: string) => 1000 * ((after.get(name) ?? 0) - (before.get(name) ?? 0));
  return {
    all: spent("TaskDuration"),
    script: spent("ScriptDuration"),
    style: spent("RecalcStyleDuration"),
    layout: spent("LayoutDuration"),
  };
}

async function metrics(cdp: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics: all } = await cdp.send("Performance.getMetrics");
  return new Map(all.map(({ name, value }) => [name, value]));
}

function tell(name: string, costs: readonly Cost[]): void {
  const median = (part: keyof Cost) =>
    costs.map((cost) => cost[part]).sort((a, b) => a - b)[costs.length >> 1]!;
  const each = (["script", "style", "layout"] as const).map((part) => `${part} ${median(part).toFixed(1)}`);
  console.log(
    `${name.padEnd(22)} median ${median("all").toFixed(1).padStart(5)} ms (${each.join(", ")}; ${costs.length} presses)`,
  );
}
