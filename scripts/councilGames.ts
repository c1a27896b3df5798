/**
 * Proposals of the European Commission as drafting scenarios, from a table of the DEU data sets (Arregui and Perarnaud 2021,
 * doi 10.34810/data53): who held which position from 0 to 100 on each issue, how salient it was to them, what held without
 * a decision, and what was decided. What was decided is not used. What had to be chosen, and why:
 *
 * - The options of an issue are the positions held, the reference point and every tenth between the extreme positions: a draft
 *   can meet two states halfway.
 * - A party loses by the square of the distance from its position, times its salience: so halfway is worth more to both
 *   than a lottery between the ends.
 * - No decision is worth as much to a party as the worst text: the data hold proposals that were decided, most against
 *   somebody's reference point.
 * - The text to begin with is one party's own draft, drawn by chance; where it has no position, as near to the mean of those
 *   held as an option allows.
 * - Nobody knows the others' positions beforehand (no claims): as prior belief a claim means that what lies outside it may be barred, and
 *   here nothing is.
 * - The Council decides by the rule of its time, as shares of the members that have positions; the Commission has to agree where
 *   the Council votes by majority (against it the Council must be unanimous), the Parliament where it decides with
 *   the Council. An amendment needs what the text itself needs.
 * - The Presidency has the floor in every round, beside three parties drawn by chance. It has no vote and wants what costs all
 *   together the least.
 */

import { BOUNDS } from "../src/scenario/schema.ts";

/** A row of the table, by the names in its head. */
type Row = Readonly<Record<string, string>>;

export interface DecidedIssue {
  readonly id: string;
  /** Position from 0 to 100 of each option of the scenario's issue. */
  readonly places: readonly number[];
  /** Position at the status quo: the reference point, or the lowest where it is not known. */
  readonly start: number;
  /** Positions held, one a party that has any. */
  readonly held: readonly number[];
  /** Weights for the mean weighed by salience. */
  readonly saliences: readonly number[];
  /** What was decided; undefined where it is not known. */
  readonly decided: number | undefined;
}

export interface DecidedProposal {
  readonly id: string;
  readonly issues: readonly DecidedIssue[];
  /** As a scenario file has it. */
  readonly scenario: unknown;
}

/** Votes in the Council before Nice, and as of Nice; in thousands of people in 2015 for the double majority of Lisbon. */
const STATES: Readonly<Record<string, readonly [before: number, nice: number, people: number]>> = {
  at: [4, 10, 8576],
  be: [5, 12, 11237],
  bu: [0, 10, 7202],
  cr: [0, 7, 4225],
  cy: [0, 4, 847],
  cz: [0, 12, 10538],
  dk: [3, 7, 5660],
  ee: [0, 4, 1315],
  fi: [3, 7, 5472],
  fr: [10, 29, 66456],
  de: [10, 29, 81198],
  el: [5, 12, 10858],
  hu: [0, 12, 9856],
  ie: [3, 7, 4629],
  it: [10, 29, 60796],
  lv: [0, 4, 1986],
  lt: [0, 7, 2921],
  lu: [2, 4, 563],
  mt: [0, 3, 429],
  nl: [5, 13, 16901],
  pl: [0, 27, 38006],
  pt: [5, 12, 10375],
  ro: [0, 14, 19871],
  si: [0, 4, 2063],
  sk: [0, 7, 5421],
  es: [8, 27, 46450],
  se: [4, 10, 9747],
  uk: [10, 29, 64875],
};
const MEMBERS_BEFORE = Object.keys(STATES).filter((state) => STATES[state]![0] > 0);
/** Years of proposals that were decided under the rules of Nice and of Lisbon, most of them. */
const NICE = 2003;
const LISBON = 2012;

export function councilGames(table: string): DecidedProposal[] {
  const [head, , ...lines] = table
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("\t").map((cell) => cell.trim().replace(/^"|"$/g, "")));
  const rows = lines.map((line): Row => Object.fromEntries(head!.map((name, k) => [name, line[k] ?? ""])));
  return [...Map.groupBy(rows, (row) => row.prnr!)].map(([id, own]) => proposalOf(id, own));
}

const numberIn = (row: Row, name: string) =>
  row[name] === "" || row[name] === undefined ? undefined : Number(row[name]);

function proposalOf(id: string, rows: readonly Row[]): DecidedProposal {
  const year = yearOf(id);
  const members = year < NICE ? MEMBERS_BEFORE : Object.keys(STATES);
  const states = members.filter((state) => rows.some((row) => numberIn(row, `p${state}`) !== undefined));
  const parties = ["com", "ep", ...states].filter((party) =>
    rows.some((row) => numberIn(row, `p${party}`) !== undefined),
  );
  const issues = rows.map((row) => issueOf(row, parties)).filter(({ places }) => places.length > 1);
  return { id, issues, scenario: scenarioOf(id, rows, parties, states, issues, year) };
}

/** The year of a proposal stands in its number: two digits after a letter. */
function yearOf(id: string): number {
  const two = Number(id.slice(1, 3));
  return two > 50 ? 1900 + two : 2000 + two;
}

/** Salience of a position where none is given. */
const USUAL = 50;
const PRESIDENCY = "presidency";

/** The place nearest to the mean of the positions held. */
function meanPlace({ places, held }: DecidedIssue): number {
  const mean = held.reduce((sum, position) => sum + position, 0) / held.length;
  return places.reduce((nearest, place) =>
    Math.abs(place - mean) < Math.abs(nearest - mean) ? place : nearest,
  );
}

function issueOf(row: Row, parties: readonly string[]): DecidedIssue {
  const held = parties.filter((party) => numberIn(row, `p${party}`) !== undefined);
  const positions = held.map((party) => numberIn(row, `p${party}`)!);
  const referencePoint = numberIn(row, "rp");
  const [least, most] = [Math.min(...positions), Math.max(...positions)];
  const between = Array.from({ length: 11 }, (_, k) => 10 * k).filter(
    (place) => place >= least && place <= most,
  );
  const known = referencePoint === undefined ? [] : [referencePoint];
  const places = [...new Set([...positions, ...between, ...known])].sort((a, b) => a - b);
  return {
    id: row.isnr!,
    places,
    held: positions,
    saliences: held.map((party) => numberIn(row, `s${party}`) ?? USUAL),
    start: referencePoint ?? places[0]!,
    decided: numberIn(row, "out"),
  };
}

function scenarioOf(
  id: string,
  rows: readonly Row[],
  parties: readonly string[],
  states: readonly string[],
  issues: readonly DecidedIssue[],
  year: number,
) {
  const rowOf = (issue: DecidedIssue) => rows.find((row) => row.isnr === issue.id)!;
  const optionAt = (issue: DecidedIssue, place: number) => `o${issue.places.indexOf(place)}`;
  const drafts = parties.map((party) =>
    Object.fromEntries(
      issues.map((issue) => [
        issue.id,
        optionAt(issue, numberIn(rowOf(issue), `p${party}`) ?? meanPlace(issue)),
      ]),
    ),
  );
  const openings = spread(drafts, BOUNDS.openings);
  const first = rows[0]!;
  const byMajority = first.counvte !== "Unan";
  const decides = first.proc === "COD";
  const bodies = [...(byMajority ? ["com"] : []), ...(decides ? ["ep"] : [])].filter((party) =>
    parties.includes(party),
  );
  const rule = {
    mustAgree: [...bodies, ...(byMajority ? [] : states)],
    ...(byMajority && majorityOf(year)),
    weights: Object.fromEntries([...parties, PRESIDENCY].map((party) => [party, votesOf(party, year)])),
  };
  return {
    parley: 1,
    id,
    title: `Proposal ${id}`,
    summary: "A proposal of the Commission.",
    asOf: `${year}`,
    language: "en",
    notice: "Made from a data set.",
    sources: [{ id: "deu", title: "DEU III", url: "https://doi.org/10.34810/data53", kind: "research" }],
    issues: issues.map((issue) => ({
      id: issue.id,
      title: issue.id,
      label: issue.id,
      question: "Where from 0 to 100?",
      kind: "level",
      statusQuo: optionAt(issue, issue.start),
      options: issue.places.map((place, o) => ({ id: `o${o}`, label: `${place}`, text: `${place}.` })),
    })),
    parties: [...parties, PRESIDENCY].map((party, p) => ({
      id: party,
      name: party,
      code: String.fromCharCode(65 + Math.floor(p / 26), 65 + (p % 26)),
      bloc: "Council",
      brief: {
        public: "Takes part.",
        confidential: { interests: ["Its position."], redLines: [], batna: "None." },
      },
      preferences: preferencesFrom(
        party === PRESIDENCY ? commonStakes(issues) : ownStakes(party, rows, issues),
      ),
    })),
    phases: [
      {
        id: "council",
        title: "Council",
        protocol: "drafting",
        parties: ["all"],
        opening: openings,
        disagreement: {},
        disagreementText: "No decision.",
        rounds: 4,
        agenda: "all",
        floor: { principals: [PRESIDENCY], rotating: 3 },
        amendment: rule,
        decision: rule,
        next: { agreement: null, none: null },
      },
    ],
  };
}

type Stake = readonly [issue: string, weight: number, values: readonly number[]];

const loss = (place: number, position: number) => ((place - position) / 100) ** 2;

/** What each place costs the party that holds a position. */
function ownStakes(party: string, rows: readonly Row[], issues: readonly DecidedIssue[]): Stake[] {
  return issues.flatMap((issue): Stake[] => {
    const row = rows.find(({ isnr }) => isnr === issue.id)!;
    const position = numberIn(row, `p${party}`);
    if (position === undefined) return [];
    const values = issue.places.map((place) => -loss(place, position));
    return [[issue.id, Math.max(1, numberIn(row, `s${party}`) ?? USUAL), values]];
  });
}

/** What each place costs all together. */
function commonStakes(issues: readonly DecidedIssue[]): Stake[] {
  return issues.map(({ id, places, held, saliences }): Stake => {
    const cost = (place: number) =>
      held.reduce((sum, position, k) => sum + (saliences[k]! / 100) * loss(place, position), 0);
    return [id, 100, places.map((place) => -cost(place))];
  });
}

function preferencesFrom(stakes: readonly Stake[]) {
  return {
    reservationValue: stakes.reduce((sum, [, weight, values]) => sum + weight * Math.min(...values), 0),
    stakes: Object.fromEntries(
      stakes.map(([issue, weight, values]) => [
        issue,
        {
          weight,
          values,
          basis: "assumption",
          rationale: "By the square of the distance from its position.",
        },
      ]),
    ),
  };
}

function votesOf(state: string, year: number): number {
  const [before, nice, people] = STATES[state] ?? [0, 0, 0];
  return year < NICE ? before : year < LISBON ? nice : people;
}

/** Shares of all votes. Lisbon counts states too; of Nice the majority of states is left out, which so many votes imply. */
function majorityOf(year: number) {
  const bound = { base: "all", of: "others" };
  if (year < LISBON) return { minFor: { ...bound, share: year < NICE ? 62 / 87 : 255 / 345 } };
  return {
    minFor: [
      { ...bound, share: 0.65 },
      { ...bound, share: 0.55, counts: "parties" },
    ],
  };
}

/** At most so many, evenly from the whole list. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  return list.length <= most
    ? list
    : Array.from({ length: most }, (_, k) => list[Math.floor((k * list.length) / most)]!);
}
