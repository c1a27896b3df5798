/** Links to games and scenarios, as they arrive: short or long, bent on the way, or asking for nothing that there is. */
import { readFileSync } from "node:fs";
import { deflateSync } from "fflate";
import { parsed, written } from "../fixtures/scenarios.ts";
import {
  button,
  decide,
  expect,
  heading,
  openFile,
  recordOf,
  STILL,
  sitDown,
  sitDownAtTheSmallTable,
  test,
  yourTurn,
} from "./parley.ts";

test.use(STILL);

/** A scenario of one's own, small enough for a link. */
const OWN = JSON.stringify(written(2, 1, 2));

test.beforeEach(async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
});

test("a scenario of one's own travels inside its link", async ({ page, elsewhere }) => {
  parsed(OWN);
  await page.goto("./");
  await openFile(page, "Open a scenario file", "small.json", OWN);
  await button(page, "Begin").click();
  await yourTurn(page);
  await decide(page, "Hold");
  await yourTurn(page);
  const record = await recordOf(page);
  await button(page, "Copy link").click();
  await expect(page.getByRole("status")).toContainText("The link is copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThanOrEqual(2000);

  const other = await elsewhere();
  await other.goto(`${link}).`);
  await expect(heading(other, "Small")).toBeVisible();
  expect(await recordOf(other)).toEqual(record);
});

test("a link that mail and chat would cut is not copied: the file is offered, and opens elsewhere", async ({
  page,
  elsewhere,
}) => {
  await page.goto("./");
  await openFile(page, "Open a scenario file", "sarn.json", readFileSync("scenarios/sarnmar.json", "utf8"));
  await button(page, "Begin").click();
  await yourTurn(page);
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  await page.evaluate(() => navigator.clipboard.writeText("as before"));
  await button(page, "Copy link").click();
  const dialog = page.getByRole("dialog", { name: "Link to this game" });
  await expect(dialog).toContainText(/This link has [\d,]{5,} characters, .* cut links after 2,000\./);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("as before");
  const saving = page.waitForEvent("download");
  await button(dialog, "Save file").click();
  const text = readFileSync(await (await saving).path(), "utf8");
  await expect(dialog).toBeHidden();

  await button(page, "Copy link").click();
  await button(dialog, "Copy the link all the same").click();
  await expect(dialog).toBeHidden();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const record = await recordOf(page);
  const other = await elsewhere();
  for (const open of [
    async () => {
      await other.goto("./");
      await openFile(other, "Open a saved game", "saved.json", text);
    },
    () => other.goto(link),
  ]) {
    await open();
    await expect(heading(other, title)).toBeVisible();
    expect(await recordOf(other)).toEqual(record);
  }
});

for (const [bent, address] of [
  ["in escapes", "./#scenario%3Dfirst-minute%26seat%3Dukraine%26seed%3D1"],
  ["with a question mark for its number sign", "./?scenario=first-minute&seat=ukraine&seed=1"],
  ["with what a sentence puts behind it", "./#scenario=first-minute&seat=ukraine&seed=1)."],
] as const) {
  test(`a link ${bent} opens what was meant`, async ({ page }) => {
    await page.goto(address);
    await expect(heading(page, "The first minute")).toBeVisible();
    expect(new URL(page.url()).search + new URL(page.url()).hash).toBe("");
  });
}

for (const [asks, address, says] of [
  ["for nothing known", "./#game=12", "“#game=12” in the address asks for nothing that Parley knows."],
  [
    "with a seed that is no number",
    "./#scenario=first-minute&seat=ukraine&seed=x",
    "“seed=x” in the address",
  ],
  ["for a scenario that is not here", "./#scenario=atlantis", "There is no scenario “atlantis”"],
] as const) {
  test(`an address that asks ${asks} is answered`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole("main")).toContainText(says);
    await expect(button(page, "Play now")).toBeVisible();
  });
}

test("a link that stands for more than a game can be is not unpacked to its end", async ({ page }) => {
  const bomb = Buffer.from(deflateSync(new Uint8Array(50_000_000), { level: 9 })).toString("base64url");
  await page.goto(`./#run=${bomb}`);
  await expect(page.getByRole("main")).toContainText(
    "This link stands for more than 5 MB, which is more than a game needs.",
  );
});

test("a link to a game that goes on leaves the one on the table among the kept ones", async ({ page }) => {
  await sitDownAtTheSmallTable(page);
  await yourTurn(page);
  await decide(page, "Hold");
  await yourTurn(page);
  await sitDown(page, { scenario: "three-chairs", seed: 2 });
  await expect(heading(page, "Three chairs")).toBeVisible();
  await button(page, "Leave").click();
  await expect(page.getByRole("region", { name: "Your games" }).getByRole("listitem")).toHaveText([
    /^Three chairs/,
    /^The first minute/,
  ]);
});
