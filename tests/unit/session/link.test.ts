/** A run as a link: what is packed comes out again, and what was damaged on the way is refused in words. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTranscript, type Transcript, TranscriptError } from "../../../src/protocol/transcript.ts";
import { gameSeed } from "../../../src/random.ts";
import { tableOf } from "../../../src/seat/compiled.ts";
import { lineUpOf } from "../../../src/session/lineUp.ts";
import { packTranscript, unpackTranscript } from "../../../src/session/link.ts";
import { packed, unpacked } from "../../../src/session/packed.ts";
import { everySeat, movesOf, SEED } from "../../fixtures/games.ts";
import { firstMinute, paris } from "../../fixtures/scenarios.ts";
import { sample } from "../../long.ts";

const scenario = firstMinute();
const table = tableOf(scenario);

function transcriptOf(seed: number): Transcript {
  const lineUp = lineUpOf(scenario, everySeat(scenario, "uniform"));
  return formatTranscript({ scenario, seed, lineUp, moves: movesOf(table, lineUp, seed) });
}

describe("a link", () => {
  const GAMES = sample(40, 2000);
  it(`gives the same run file back, whatever the game (${GAMES} games)`, () => {
    for (let k = 0; k < GAMES; k++) {
      const transcript = transcriptOf(gameSeed(SEED, k));
      expect(unpackTranscript(packTranscript(transcript))).toStrictEqual(transcript);
    }
  });

  it("has only characters that a fragment may hold, and is the same for the same run", () => {
    const link = packTranscript(transcriptOf(SEED));
    expect(link).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(packTranscript(transcriptOf(SEED))).toBe(link);
  });

  it("of a whole Paris game fits into an address", () => {
    const summit = paris();
    const lineUp = lineUpOf(summit);
    const transcript = formatTranscript({
      scenario: summit,
      seed: SEED,
      lineUp,
      moves: movesOf(tableOf(summit), lineUp, SEED),
    });
    const link = packTranscript(transcript);
    expect(unpackTranscript(link)).toStrictEqual(transcript);
    expect(link.length).toBeLessThan(12_000);
  });
});

describe("a damaged link", () => {
  const DAMAGED = sample(250, 20_000);
  const CHANGES = sample(9, 63);
  const link = packTranscript(transcriptOf(SEED));

  it.each([
    ["nothing", ""],
    ["a word", "hello"],
    ["signs that no link has", "%%%"],
    ["the first half of a link", link.slice(0, link.length / 2)],
    ["the second half of a link", link.slice(link.length / 2)],
    ["a link backwards", link.split("").reverse().join("")],
  ])("%s is refused with a sentence", (_name, damaged) => {
    expect(() => unpackTranscript(damaged)).toThrow(TranscriptError);
    expect(() => unpackTranscript(damaged)).toThrow(/\.$/);
  });

  it(`of which any part is missing, doubled or changed is refused in words or gives a run file (${DAMAGED})`, () => {
    fc.assert(
      fc.property(fc.nat(link.length - 1), fc.nat(20), fc.string({ maxLength: 5 }), (at, remove, insert) => {
        const damaged = link.slice(0, at) + insert + link.slice(at + remove);
        try {
          expect(unpackTranscript(damaged).parley).toBe(1);
        } catch (error) {
          expect(error).toBeInstanceOf(TranscriptError);
        }
      }),
      { numRuns: DAMAGED, seed: SEED },
    );
  });

  it("of which one sign was changed never opens as another game", () => {
    const run = transcriptOf(SEED);
    const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (let at = 0; at < link.length; at++) {
      for (let step = 1; step <= CHANGES; step++) {
        const sign = signs[(signs.indexOf(link[at]!) + step * 7) % signs.length]!;
        const changed = link.slice(0, at) + sign + link.slice(at + 1);
        try {
          expect(unpackTranscript(changed)).toStrictEqual(run);
        } catch (error) {
          if (!(error instanceof TranscriptError)) throw error;
        }
      }
    }
  });

  it("by its checksum is told as such, and one of a version that wrote none opens", () => {
    const text = JSON.stringify(transcriptOf(SEED));
    const old = text.replace(/"engine":"[^"]+"/, '"engine":"0.5.1"');
    expect(unpackTranscript(packed(old)).engine).toBe("0.5.1");
    const [sealed] = [unpacked(link, 1e6)].map((whole) => (whole.ok ? whole.text : ""));
    expect(sealed).toMatch(/\}[ \t\n\r]{16}$/);
    expect(JSON.parse(sealed!)).toStrictEqual(transcriptOf(SEED));
    const other = sealed!.replace(`"value":${SEED}`, `"value":${SEED + 1}`);
    expect(other).not.toBe(sealed);
    expect(() => unpackTranscript(packed(other))).toThrow(
      /^This link is damaged: part of it is missing or changed\./,
    );
  });

  it("that packs something else than a run is refused", () => {
    const odd = { parley: 2 } as unknown as Transcript;
    expect(() => unpackTranscript(packTranscript(odd))).toThrow(/its "parley" is 2, not 1/);
  });

  it("that would unpack to more than a run can be does not fill the memory", () => {
    const bomb = { ...transcriptOf(SEED), engine: "x".repeat(20_000_000) };
    expect(() => unpackTranscript(packTranscript(bomb))).toThrow(TranscriptError);
  });
});
