/**
 * What a tester needs at the table: the game's regions and buttons by role and name, in the words of its screens, and
 * a watch over each page. A test fails when its page logs an error, breaks its content security policy or asks another
 * origin for anything, whatever else the test is about.
 */
import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test";

export { expect };

/** Motion is off unless a test is about it: the game is the same, and nothing has to be waited for. */
export const STILL = { reducedMotion: "reduce" } as const;

interface Watched {
  /**
   * How the stage draws, or that it is not loaded. It takes most of the time of a machine without a graphics card, and
   * the game is the same without it.
   */
  readonly stage: "webgl" | "canvas" | "none";
  /** Console errors that belong to what a test does on purpose, such as a request it blocks. */
  readonly expected: readonly RegExp[];
  /** A second browser with nothing in it, watched like the first. */
  readonly elsewhere: () => Promise<Page>;
  /** Does its work by being there: see the file's head. */
  readonly watch: (context: BrowserContext) => Promise<void>;
}

export const test = base.extend<Watched>({
  stage: ["none", { option: true }],
  expected: [[], { option: true }],
  watch: [
    async ({ baseURL, stage, expected, context }, use) => {
      const complaints: string[] = [];
      const own = new URL(baseURL ?? "").origin;
      const watch = async (watched: BrowserContext) => {
        await watched.addInitScript(() => {
          document.addEventListener("securitypolicyviolation", (event) => {
            console.error(`Content security policy: ${event.violatedDirective} ${event.blockedURI}`);
          });
        });
        if (stage === "canvas") await watched.addInitScript(refuseWebGl);
        if (stage === "none") await watched.route("**/assets/stage-*.js", (route) => route.abort());
        watched.on("console", (message) => {
          if (message.type() === "error") complaints.push(message.text());
        });
        watched.on("weberror", (error) => complaints.push(String(error.error())));
        watched.on("dialog", (dialog) => complaints.push(`A ${dialog.type()} opened: ${dialog.message()}`));
        watched.on("request", (request) => {
          const { origin, protocol } = new URL(request.url());
          if (origin !== own && protocol !== "data:" && protocol !== "blob:")
            complaints.push(`A request left the page: ${request.url()}`);
        });
      };
      await watch(context);
      await use(watch);
      const patterns = stage === "none" ? [...expected, /Failed to load resource.*ERR_FAILED/] : expected;
      expect(complaints.filter((text) => !patterns.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
  elsewhere: async ({ browser, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext(STILL);
      contexts.push(context);
      await watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/** Runs in the page before anything else. */
function refuseWebGl(): void {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = new Proxy(getContext, {
    apply: (original, canvas, [kind, ...rest]) =>
      /webgl/.test(kind) ? null : Reflect.apply(original, canvas, [kind, ...rest]),
  });
}

/** What the game asks of you, by the heading of its action bar. */
const ASKS = {
  "You have the floor": "speech",
  "Vote on the amendment": "motion",
  "Adopt this text?": "text",
  "It is your turn": "offer",
  "Should your delegation accept this offer?": "council",
  "This phase is over": "over",
  "The text is adopted": "ended",
  "An agreement is reached": "ended",
  "The talks have ended": "ended",
  "Time is up": "ended",
} as const;
export type Ask = (typeof ASKS)[keyof typeof ASKS];

const OTHERS = [
  "It is the turn of .*",
  "The agent of .* broke the rules",
  "Others act",
  "An agent plays for you",
  "You watch this phase",
  "The text is with the parliaments",
];
const HEADINGS = new RegExp(`^(${[...OTHERS, ...Object.keys(ASKS)].join("|").replaceAll("?", "\\?")})$`);

export const button = (at: Page | Locator, name: string): Locator =>
  at.getByRole("button", { name, exact: true });

export const heading = (at: Page | Locator, name: string | RegExp): Locator =>
  at.getByRole("heading", { name, ...(typeof name === "string" && { exact: true }) });

export const region = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("region", { name, ...(typeof name === "string" && { exact: true }) });

/** The bar at the bottom with the buttons that commit. */
export const bar = (page: Page): Locator => region(page, HEADINGS);
const barHeading = (page: Page): Locator => bar(page).getByRole("heading", { level: 2 });

export const openGroup = (page: Page, name: string): Locator =>
  region(page, "The text").getByRole("group", { name, exact: true });

/** Opens a fresh game by the link a teacher would give. */
export async function sitDown(
  page: Page,
  { scenario = "paris-2026", seat = "ukraine", seed = 3 } = {},
): Promise<void> {
  await page.goto(`./#scenario=${scenario}&seat=${seat}&seed=${seed}`);
  await expect(barHeading(page)).toBeVisible();
}

export async function sitDownAtTheSmallTable(page: Page): Promise<void> {
  await sitDown(page, { scenario: "first-minute", seed: 1 });
}

/**
 * What is asked now. A move is kept before it is shown: until then the bar asks what is answered already, and says that
 * it is busy.
 */
export async function askNow(page: Page): Promise<Ask | undefined> {
  await expect(bar(page)).not.toHaveAttribute("aria-busy", "true");
  const text = await barHeading(page).textContent();
  return Object.entries(ASKS).find(([name]) => name === text)?.[1];
}

/** Skips what others do, up to your next decision or the end; reads on where a phase is over. */
export async function yourTurn(page: Page): Promise<Ask> {
  for (let ask = await nextStop(page); ; ask = await nextStop(page)) {
    if (ask !== "over") return ask;
    await goOn(page);
  }
}

/** Leaves the card between two phases. */
export async function goOn(page: Page): Promise<void> {
  await button(bar(page), "Go on").click();
  await expect(button(page, "Go on")).toBeHidden();
}

/** As `yourTurn`, but stops at the end of a phase as well. */
export async function nextStop(page: Page): Promise<Ask> {
  let ask: Ask | undefined;
  await expect(async () => {
    ask = await askNow(page);
    // The game also goes on by itself: the button may be gone before it is pressed.
    if (ask === undefined) await button(page, "Skip to my next decision").click({ timeout: 500 });
    ask ??= await askNow(page);
    expect(ask).toBeDefined();
  }).toPass({ intervals: [0, 20, 50, 100] });
  return ask as Ask;
}

/** Presses a button of the bar that decides something, and waits until the record tells of it. */
export async function decide(page: Page, name: string): Promise<void> {
  const before = await entriesOf(page).count();
  await button(bar(page), name).click();
  await expect.poll(() => entriesOf(page).count(), { intervals: [0, 20, 50, 100] }).toBeGreaterThan(before);
}

/** The least that answers a question: holds, accepts what stands or repeats it, and votes for everything. */
export async function letItPass(page: Page, ask: Ask): Promise<void> {
  if (ask === "over") return goOn(page);
  const names = {
    speech: ["Hold"],
    offer: ["Accept the offer", "Hold", "Put this offer to the table"],
    motion: ["For"],
    text: ["For"],
    council: ["For"],
    ended: [],
  }[ask];
  for (const name of names) if (await button(bar(page), name).isVisible()) return decide(page, name);
  throw new Error(`Nothing answers “${ask}”.`);
}

/** Lets everything pass until the wished question is asked. */
export async function playUntil(page: Page, wished: Ask): Promise<void> {
  for (let ask = await yourTurn(page); ask !== wished; ask = await yourTurn(page)) {
    if (ask === "ended") throw new Error(`The game ended before "${wished}" was asked.`);
    await letItPass(page, ask);
  }
}

/** As `playUntil`, to the result page. */
export async function playToTheResult(page: Page): Promise<void> {
  await playUntil(page, "ended");
  await button(page, "See the result").click();
  await expect(resultHeading(page)).toBeVisible();
}

export const resultHeading = (page: Page): Locator =>
  page
    .getByRole("main")
    .getByRole("heading", { level: 1, name: /adopted in|agreement was reached|walked away/ });

const entriesOf = (page: Page): Locator =>
  page.getByRole("log", { name: "Record" }).getByRole("listitem").getByRole("paragraph");

/** The record's sentences, oldest first. */
export const recordOf = (page: Page): Promise<readonly string[]> => entriesOf(page).allTextContents();

export const roundOf = (page: Page): Promise<string> =>
  page
    .getByRole("main")
    .getByText(/^Round \d+ of \d+$/)
    .innerText();

/** Opens a file through one of the start page's two buttons. */
export async function openFile(page: Page, by: string, name: string, text: string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await button(page, by).click();
  await (await choosing).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

/** Lets a file fall onto the page, wherever it is. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName, { type: "application/json" }));
      const fired = { bubbles: true, cancelable: true, dataTransfer };
      document.body.dispatchEvent(new DragEvent("dragover", fired));
      document.body.dispatchEvent(new DragEvent("drop", fired));
    },
    [name, text] as const,
  );
}

/** Fails when the focus has fallen to the page itself, from where a keyboard starts at the top again. */
export async function expectFocusKept(page: Page, after: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? "BODY"), {
      message: `the focus after ${after}`,
      intervals: [0, 20, 50, 100],
    })
    .not.toBe("BODY");
}

/** Fails when the page can be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window!);
}
