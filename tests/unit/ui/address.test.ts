/** What a link asks for, also after mail and chat programs have bent it. */
import { describe, expect, it } from "vitest";
import { parseSeed, wishOf } from "../../../src/ui/keeping/address.ts";

const wish = (hash: string, search = "") => wishOf({ hash, search });
const paris = { kind: "scenario", id: "paris-2026", seat: "poland", seed: 12 };
const PARIS = "scenario=paris-2026&seat=poland&seed=12";

describe("an address", () => {
  it("asks for a game, for a scenario, or for nothing", () => {
    expect(wish("#run=7MGBAA_-x")).toEqual({ kind: "run", packed: "7MGBAA_-x" });
    expect(wish(`#${PARIS}`)).toEqual(paris);
    expect(wish("#scenario=sarnmar")).toEqual({
      kind: "scenario",
      id: "sarnmar",
      seat: undefined,
      seed: undefined,
    });
    expect(wish("")).toBeUndefined();
    expect(wish("#")).toBeUndefined();
    expect(wish("", "?utm_source=mail&fbclid=abc")).toBeUndefined();
  });

  it.each([".", ",", ")", ">", "!", "…", "”", ").", "%29", "%3E.", "*"])(
    "loses the %s that a sentence puts behind it",
    (end) => {
      expect(wish(`#run=7MGBAA_-x${end}`)).toEqual({ kind: "run", packed: "7MGBAA_-x" });
      expect(wish(`#${PARIS}${end}`)).toEqual(paris);
    },
  );

  it("has its escapes decoded once", () => {
    expect(wish(`#${encodeURIComponent(PARIS)}`)).toEqual(paris);
    expect(wish("#run%3D7MGBAA_-x")).toEqual({ kind: "run", packed: "7MGBAA_-x" });
    expect(wish("#run%253D7MGBAA_-x")).toMatchObject({ kind: "unknown" });
    expect(wish(`#${PARIS.replaceAll("&", "&amp;")}`)).toEqual(paris);
    expect(wish("#run=50%")).toEqual({ kind: "run", packed: "50" });
  });

  it("may have line breaks and spaces in it, further fields, and a question mark for its number sign", () => {
    expect(wish("#run=7MGB%0D%0A AA_-x")).toEqual({ kind: "run", packed: "7MGBAA_-x" });
    expect(wish(`#${PARIS}&utm_source=mail`)).toEqual(paris);
    expect(wish("", `?${PARIS}`)).toEqual(paris);
    expect(wish("", `?fbclid=abc&${PARIS}`)).toEqual(paris);
    expect(wish(`#${PARIS}`, "?scenario=sarnmar")).toEqual(paris);
  });

  it("that asks for nothing known says which part of it that is", () => {
    expect(wish("#main")).toEqual({ kind: "unknown", part: "#main" });
    expect(wish("#game=7MGB")).toEqual({ kind: "unknown", part: "#game=7MGB" });
    expect(wish("#scenario=paris-2026&seed=twelve")).toEqual({ kind: "unknown", part: "seed=twelve" });
    expect(wish("#scenario=paris-2026&seed=-5")).toEqual({ kind: "unknown", part: "seed=-5" });
  });
});

it("a seed is a whole number from 0 to 2^53 − 1", () => {
  expect(["0", " 12 ", "9007199254740991"].map(parseSeed)).toEqual([0, 12, 2 ** 53 - 1]);
  for (const wrong of ["", "-1", "1.5", "1e3", "9007199254740992", "twelve"])
    expect(parseSeed(wrong)).toBeUndefined();
});
