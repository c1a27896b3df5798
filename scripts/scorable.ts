/**
 * Random scorable games, as classes play them: three to eight parties, three to six issues of three to five options, a score a party
 * for each option and a threshold; all but one have to agree, one or two of them always. Kept are those in which 2 to 30 % of
 * all packages satisfy the rule. The same number gives the same game.
 */
import { fork, type Random, randomFrom } from "../src/random.ts";

export interface Scorable {
  /** As a scenario file has it. */
  readonly scenario: unknown;
  /** Share of all packages that satisfy the rule. */
  readonly zone: number;
}

const FEWEST = 0.02;
const MOST = 0.3;

export function scorableGame(number: number): Scorable {
  const root = { high: 0x5c0, low: number };
  for (let draft = 0; ; draft++) {
    const game = drawn(randomFrom(fork(root, `draft ${draft}`)), number);
    if (game.zone >= FEWEST && game.zone <= MOST) return game;
  }
}

const between = (random: Random, least: number, most: number) => least + random.below(most - least + 1);

function drawn(random: Random, number: number): Scorable {
  const parties = Array.from({ length: between(random, 3, 8) }, (_, p) => `p${p}`);
  const counts = Array.from({ length: between(random, 3, 6) }, () => between(random, 3, 5));
  const vetoes = between(random, 1, 2);
  const scores = parties.map(() => scoresOf(random, counts));
  const packages = all(counts);
  const utilities = scores.map((own) =>
    packages.map((options) => options.reduce((sum, option, issue) => sum + own[issue]![option]!, 0)),
  );
  const thresholds = utilities.map((own) => {
    const sorted = own.toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length * (0.3 + 0.5 * random.fraction()))]!;
  });
  const satisfied = packages.filter((_, k) => {
    const content = utilities.map((own, p) => own[k]! >= thresholds[p]!);
    return content.slice(0, vetoes).every(Boolean) && content.filter(Boolean).length >= parties.length - 1;
  });
  return {
    zone: satisfied.length / packages.length,
    scenario: {
      parley: 1,
      id: `scorable-${number}`,
      title: `Scorable game ${number}`,
      summary: "A random scorable game.",
      asOf: "2026-01-01",
      language: "en",
      notice: "Invented.",
      sources: [],
      issues: counts.map((count, i) => ({
        id: `i${i}`,
        title: `Issue ${i}`,
        label: `Issue ${i}`,
        question: `Which option of issue ${i}?`,
        kind: "level",
        statusQuo: "o0",
        options: Array.from({ length: count }, (_, o) => ({
          id: `o${o}`,
          label: `${o}`,
          text: `Option ${o}.`,
        })),
      })),
      parties: parties.map((id, p) => ({
        id,
        name: id,
        code: `P${String.fromCharCode(65 + p)}`,
        bloc: "Table",
        brief: {
          public: "Sits here.",
          confidential: { interests: ["Points."], redLines: [], batna: "The threshold." },
        },
        preferences: {
          reservationValue: thresholds[p],
          stakes: Object.fromEntries(
            scores[p]!.map((values, i) => [
              `i${i}`,
              { weight: 1, values, basis: "assumption", rationale: "Drawn." },
            ]),
          ),
        },
      })),
      phases: [
        {
          id: "talk",
          title: "Talk",
          protocol: "drafting",
          parties: ["all"],
          opening: Object.fromEntries(counts.map((count, i) => [`i${i}`, `o${random.below(count)}`])),
          disagreement: {},
          disagreementText: "Everybody gets the threshold.",
          rounds: 6,
          agenda: "all",
          floor: { principals: parties, rotating: 0 },
          amendment: { minFor: { share: "1/2" } },
          decision: { mustAgree: parties.slice(0, vetoes), minFor: { count: parties.length - 1 } },
          next: { agreement: null, none: null },
        },
      ],
    },
  };
}

/** A hundred points over the issues, most for the best option of each; the others anywhere below, or falling evenly. */
function scoresOf(random: Random, counts: readonly number[]): number[][] {
  const shares = counts.map(() => 0.1 + random.fraction());
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return counts.map((count, i) => {
    const weight = (100 * shares[i]!) / whole;
    const even = random.below(2) === 0;
    const up = random.below(2) === 0;
    const best = random.below(count);
    return Array.from({ length: count }, (_, option) => {
      const place = option / (count - 1);
      const value = even ? (up ? place : 1 - place) : option === best ? 1 : random.fraction();
      return Math.round(weight * value);
    });
  });
}

function all(counts: readonly number[]): number[][] {
  return counts.reduce<number[][]>(
    (texts, count) =>
      texts.flatMap((text) => Array.from({ length: count }, (_, option) => [...text, option])),
    [[]],
  );
}
