/**
 * A whole course, from Paris over the parliaments to the talks, from every kind of chair: a speaker, somebody who only
 * watches the beginning, the mediator, a member of a delegation. And once by the keyboard alone.
 */
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { parseScenario } from "../../src/agents/parse.ts";
import { packTranscript } from "../../src/session/link.ts";
import { createSession } from "../../src/session/session.ts";
import {
  type Ask,
  askNow,
  bar,
  button,
  decide,
  expect,
  expectFocusKept,
  expectNoSidewaysScroll,
  goOn,
  heading,
  letItPass,
  nextStop,
  recordOf,
  region,
  resultHeading,
  STILL,
  sitDown,
  test,
} from "./parley.ts";

test.use(STILL);

const phases = (page: Page) => page.getByRole("list", { name: "Phases" });
const current = (page: Page) => phases(page).locator('[aria-current="step"]');
/** Whether it may fail or not, it is said. */
const inForce = (page: Page) => region(page, /^(If we fail|In force meanwhile)$/);

async function expectNothingFound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`)).toEqual([]);
}

/** Plays to the end by the given answers; returns what was asked between the ends of phases, phase by phase. */
async function playCourse(page: Page, answer: (page: Page, ask: Ask) => Promise<void> = letItPass) {
  const asked: Set<Ask>[] = [new Set()];
  for (let ask = await nextStop(page); ask !== "ended"; ask = await nextStop(page)) {
    if (ask === "over") asked.push(new Set());
    else asked.at(-1)!.add(ask);
    await answer(page, ask);
  }
  await button(page, "See the result").click();
  await expect(resultHeading(page)).toBeFocused();
  return asked.map((set) => [...set].sort());
}

/** From here an agent decides. The end of a phase is skipped with the rest. */
async function leaveTheRest(page: Page): Promise<void> {
  await button(page, "Let an agent play for me").click();
  await button(page, "Skip to the end").click();
  await button(page, "See the result").click();
  await expect(resultHeading(page)).toBeFocused();
}

test("Ukraine makes the text that its walk-away in the talks is made of", async ({ page }) => {
  await sitDown(page, { seat: "ukraine", seed: 4 });
  await expect(current(page)).toHaveText("Paris: one text");
  await expect(inForce(page)).toContainText(/points to you.*The text on the table/);
  let ask = await nextStop(page);
  for (; ask !== "over"; ask = await nextStop(page)) await letItPass(page, ask);
  const card = region(page, /^The text was adopted in round/);
  await expect(heading(card, /^The text was adopted/)).toBeFocused();
  await expect(card).toContainText(/needs Russia and falls back to/);
  await expect(card).toContainText(/Before\s*[\d.]+ points\s*Now\s*[\d.]+ points/);
  await expect(heading(card, "Next: At home")).toBeVisible();
  await expectNothingFound(page);

  // The end of a phase is read again after a reload, and can be taken back.
  await page.goto("./");
  await page.reload();
  await button(page, "Continue").click();
  await expect(bar(page)).toHaveAccessibleName("This phase is over");
  await button(page, "Undo").click();
  await expect(bar(page)).toHaveAccessibleName("Adopt this text?");
  await decide(page, "For");
  await goOn(page);

  expect(await nextStop(page)).toBe("over");
  await expect(region(page, /^At home, \d+ of \d+ bodies approve/)).toContainText("You are a side");
  await goOn(page);
  await expect(current(page)).toHaveText("Talks with Russia");
  expect(await nextStop(page)).toBe("offer");
  await expect(page.getByRole("list", { name: "Beats of this round" })).toHaveText(/^News/);
  await expect(inForce(page)).toContainText(/No offer stands.*falls back to.*bodies at home approved it/);
  await decide(page, "Put this offer to the table");
  await expect(page.getByRole("log").getByRole("heading", { level: 3 })).toHaveText([
    "Paris: one text",
    "At home",
    "Talks with Russia",
  ]);
  await leaveTheRest(page);
  await expect(page.getByRole("navigation", { name: "The course" }).getByRole("listitem")).toHaveCount(3);
  for (const name of ["Paris: one text", "At home", "Talks with Russia", "What is in force now"])
    await expect(region(page, name)).toBeVisible();
  await expect(region(page, "Talks with Russia")).toContainText(/\d+ offers? in all/);
  await expect(region(page, /Did it hold|What would hold/)).toContainText(/In this model, \d+ of 10/);
  await expectNothingFound(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
});

test("Russia watches Paris and acts in the talks", async ({ page }) => {
  await sitDown(page, { seat: "russia" });
  await expect(bar(page)).toHaveAccessibleName("You watch this phase");
  await expect(bar(page)).toContainText("You act in “Talks with Russia”.");
  const asked = await playCourse(page, async (at, ask) => {
    if (ask === "offer" && (await recordOf(at)).length < 1) throw new Error("Nothing was recorded.");
    await letItPass(at, ask);
  });
  expect(asked.at(-1)).toEqual(["offer"]);
  expect(asked.slice(0, -1).flat()).toEqual([]);
  await expectNoSidewaysScroll(page);
});

test("Türkiye votes in Paris and mediates in the talks, where it signs nothing", async ({ page }) => {
  await voteThreeTimes(page, "turkiye");
  await openBeforeTheTalks(page, "turkiye");
  await expect(region(page, /^At home, \d+ of \d+ bodies approve/)).toContainText("You mediate");
  const asked = await playCourse(page, async (at, ask) => {
    if (ask === "offer") {
      await expect(button(bar(at), "Accept the offer")).toBeHidden();
      await decide(at, "Hold");
    } else await letItPass(at, ask);
  });
  expect(asked.at(-1)).toEqual(["offer"]);
});

test("Poland votes in Paris, and in its delegation before that may accept", async ({ page }) => {
  await voteThreeTimes(page, "poland");
  // With this seed France is offered what its delegation has to vote on.
  await openBeforeTheTalks(page, "poland", 7);
  await expect(region(page, /^At home, \d+ of \d+ bodies approve/)).toContainText(
    "You are in the delegation that France speaks for",
  );
  const asked = await playCourse(page);
  expect(asked.at(-1)).toEqual(["council"]);
  await expect(region(page, "At home")).toContainText(/\d+ of \d+ bodies approve/);
  await expect(region(page, "What is in force now")).toContainText("You have signed it.");
});

test("where Paris fails, the talks begin from what was before, and the result is told as fully", async ({
  page,
}) => {
  await sitDown(page, { seat: "ukraine" });
  expect(await nextStop(page)).not.toBe("over");
  const walkAway = async () => {
    await button(bar(page), "Walk away…").click();
    await button(page.getByRole("dialog"), "Walk away and end the talks").click();
  };
  for (let ask = await nextStop(page); ask !== "speech"; ask = await nextStop(page))
    await letItPass(page, ask);
  await walkAway();
  const card = region(page, /^You walked away in round 1/);
  await expect(card).toContainText("No text has been agreed: everything stays as it was before.");
  await expect(heading(card, "Next: Talks with Russia")).toBeVisible();
  await goOn(page);
  await expect(phases(page).getByRole("listitem")).toHaveCount(2);
  await nextStop(page);
  await walkAway();
  await button(page, "See the result").click();
  await expect(resultHeading(page)).toHaveText(/^You walked away in round 1\. Nothing was signed before\.$/);
  await expect(region(page, "What is in force now")).toContainText("No text has been agreed");
});

async function voteThreeTimes(page: Page, seat: string): Promise<void> {
  await sitDown(page, { seat });
  for (let votes = 0; votes < 3; votes++) {
    expect(await nextStop(page)).toMatch(/motion|text|speech/);
    await letItPass(page, await nextStop(page));
  }
}

/** By a link to the end of the ratification: Paris is played here, where no screen has to be drawn for it. */
async function openBeforeTheTalks(page: Page, seat: string, seed = 3): Promise<void> {
  const parsed = parseScenario(readFileSync("scenarios/paris-2026.json", "utf8"));
  if (!parsed.ok) throw new Error("The bundled scenario is not valid.");
  const session = createSession({ scenario: parsed.scenario, seed });
  while (session.snapshot().game.results.length < 2) session.step();
  session.seat(
    parsed.scenario.parties.findIndex(({ id }) => id === seat),
    "human",
  );
  await page.goto(`./#run=${packTranscript(session.transcript())}`);
}

test("a course is played to its end by keyboard alone", async ({ page }) => {
  const course = JSON.parse(readFileSync("scenarios/three-chairs.json", "utf8"));
  await page.goto("./");
  const choosing = page.waitForEvent("filechooser");
  await press(page, "Open a scenario file");
  const buffer = Buffer.from(JSON.stringify(withTalks(course)));
  await (await choosing).setFiles({ name: "course.json", mimeType: "application/json", buffer });
  await expect(heading(page, "Choose a seat")).toBeVisible();
  await press(page, "Begin");
  await expect(heading(page, course.title)).toBeFocused();
  const cards = await playByKeyboard(page, { moving: true });
  expect(cards).toBe(2);
  await expect(resultHeading(page)).toBeFocused();
});

/** Answers by Tab and Enter alone until the result is open; returns how many cards between phases were read. */
async function playByKeyboard(page: Page, { moving }: { readonly moving: boolean }): Promise<number> {
  const answers: Record<Ask, readonly string[]> = {
    speech: ["Hold"],
    motion: ["For"],
    text: ["For"],
    council: ["For"],
    offer: ["Accept the offer", "Hold", "Put this offer to the table"],
    over: ["Go on"],
    ended: ["See the result"],
  };
  let cards = 0;
  for (let ask = await byKeyboard(page); ; ask = await byKeyboard(page)) {
    if (ask === "over") cards++;
    if (ask === "offer" && moving) await moveAnOption(page);
    for (const name of answers[ask]) {
      if (!(await button(bar(page), name).isVisible())) continue;
      await press(page, name);
      break;
    }
    if (ask === "ended") break;
  }
  return cards;
}

test("the Paris course is played by keyboard alone from Russia's chair", async ({ page }) => {
  await sitDown(page, { scenario: "paris-2026", seat: "russia", seed: 3 });
  expect(await playByKeyboard(page, { moving: false })).toBe(2);
  await expect(resultHeading(page)).toBeFocused();
});

/** Chooses another option of the first open issue: Tab to its group, then an arrow. */
async function moveAnOption(page: Page): Promise<void> {
  const options = region(page, "The text").getByRole("radio");
  const inGroup = options.and(page.locator("*:focus"));
  for (let presses = 0; presses < 150 && (await inGroup.count()) === 0; presses++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowUp");
  await expect(bar(page)).toContainText(/You (raise|lower)/);
}

/** The smallest course with talks: three chairs that first draft, then talk. */
function withTalks(scenario: {
  phases: { id: string; next: object }[];
  parties: { id: string }[];
}): typeof scenario {
  const talks = {
    id: "talks",
    title: "Talks",
    protocol: "talks",
    seats: scenario.parties.map(({ id }) => ({ id, members: [id] })),
    issues: "all",
    disagreement: "mandate",
    disagreementText: "What was signed stays.",
    rounds: 1,
    next: { agreement: null, none: null },
  };
  const [drafting, home] = scenario.phases;
  return {
    ...scenario,
    phases: [
      { ...drafting!, next: { agreement: home!.id, none: "talks" } },
      { ...home!, next: { agreement: "talks", none: "talks" } },
      talks,
    ],
  };
}

/** Tab to a button and Enter. */
async function press(page: Page, name: string): Promise<void> {
  const wanted = button(page, name).and(page.locator("*:focus"));
  for (let presses = 0; presses < 150; presses++) {
    if ((await wanted.count()) > 0) {
      await page.keyboard.press("Enter");
      return expectFocusKept(page, `pressing “${name}”`);
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to “${name}”.`);
}

/** The others move by themselves, or are skipped by their button, which may be gone before it is reached. */
async function byKeyboard(page: Page): Promise<Ask> {
  for (;;) {
    const ask = await askNow(page);
    if (ask !== undefined) return ask;
    await press(page, "Skip to my next decision").catch(() => undefined);
  }
}
