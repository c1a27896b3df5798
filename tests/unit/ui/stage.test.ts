// The parts of the stage that are plain functions: where things lie, what moves, and which colours hold.
import { describe, expect, test } from "vitest";
import { changeBetween, LONGEST, progressAt } from "../../../src/ui/stage/change.ts";
import {
  type Box,
  contains,
  distance,
  type Measure,
  overlap,
  type Point,
} from "../../../src/ui/stage/geometry.ts";
import { layoutOf, sealSpots, thingAt } from "../../../src/ui/stage/layout.ts";
import { contrast, PALETTES, PAPER, PLATE, STANCE_COLOUR } from "../../../src/ui/stage/palette.ts";
import { pathOf } from "../../../src/ui/stage/path.ts";
import { stageWords } from "../../../src/ui/stage/words.ts";
import { STANCES, type StageDelegation, type StageView } from "../../../src/view/stage.ts";

const BLOCS = {
  "Nordic-Baltic": "DK SE NO FI EE LV LT IS",
  "Central and eastern": "PL CZ RO BG SI HR AL ME",
  Southern: "IT ES PT GR CY TR",
  Western: "NL BE LU IE AT",
  "Beyond Europe": "CA AU NZ JP",
};

function delegation(code: string, bloc: string, place: StageDelegation["place"]): StageDelegation {
  const you = code === "UA";
  return { id: code, name: code, code, bloc, place, stance: "unknown", voted: false, you, speaking: false };
}

const paris: StageView = {
  moment: 1,
  beat: "news",
  title: "Paris text",
  scene: { kind: "hall" },
  delegations: [
    ..."UA US FR GB DE".split(" ").map((code) => delegation(code, "Principals", "front")),
    delegation("RU", "Russia", "away"),
    ...Object.entries(BLOCS).flatMap(([bloc, codes]) =>
      codes.split(" ").map((code) => delegation(code, bloc, "bench")),
    ),
  ],
  seals: [
    ...Array.from({ length: 9 }, (_, i) => `level ${i}`).map((id) => seal(id, "level", 5)),
    ...Array.from({ length: 12 }, (_, i) => `clause ${i}`).map((id) => seal(id, "clause", 2)),
  ],
};

function seal(id: string, kind: "level" | "clause", options: number) {
  return { id, label: id, kind, option: 0, options, open: false };
}

const wide: Measure = (text, size) => text.length * size * 0.62;
const layoutAt = (width: number, height: number, view = paris) =>
  layoutOf(view, width, height, wide, stageWords);
const voted = (view: StageView, moment: number): StageView => ({
  ...view,
  moment,
  beat: "ballot",
  delegations: view.delegations.map((one) =>
    one.place === "away" ? one : { ...one, voted: true, stance: "for" },
  ),
});
const moved = (view: StageView, moment: number, carried?: boolean): StageView => ({
  ...view,
  moment,
  motion: { by: "PL", seals: ["level 0"], ...(carried === undefined ? {} : { carried }) },
  seals: view.seals.map((one) => {
    if (one.id !== "level 0") return one;
    return carried ? { ...one, option: 3 } : { ...one, proposed: 3 };
  }),
});

const SIZES = [
  [760, 520],
  [720, 480],
  [1100, 600],
  [646, 340],
  [600, 320],
  [420, 640],
  [358, 220],
  [340, 200],
] as const;

describe("the hall", () => {
  test.each(SIZES)("seats every delegation once, inside a stage of %i by %i", (width, height) => {
    const { seats, seat } = layoutAt(width, height);
    expect([...seats.keys()].sort()).toEqual(paris.delegations.map(({ id }) => id).sort());
    for (const { x, y } of seats.values()) {
      expect(x - seat).toBeGreaterThanOrEqual(0);
      expect(x + seat).toBeLessThanOrEqual(width);
      expect(y - seat).toBeGreaterThanOrEqual(0);
      expect(y + seat).toBeLessThanOrEqual(height);
    }
  });

  test.each(SIZES)("lets no two of 37 seats overlap at %i by %i", (width, height) => {
    const { seats, seat } = layoutAt(width, height);
    const all = [...seats.values()];
    for (const [i, a] of all.entries())
      for (const b of all.slice(i + 1)) expect(distance(a, b)).toBeGreaterThan(2 * seat);
  });

  test("every seat has the same size, whatever the size of its bloc", () => {
    const alone = { ...paris, delegations: paris.delegations.filter(({ bloc }) => bloc !== "Western") };
    expect(layoutAt(760, 520).seat).toBeGreaterThan(12);
    expect(layoutAt(760, 520, alone).seat).toBe(layoutAt(760, 520).seat);
  });

  test.each(SIZES)("keeps the table clear of the seats at %i by %i", (width, height) => {
    const { seats, seat, sheet } = layoutAt(width, height);
    for (const point of seats.values()) expect(gap(point, sheet.box)).toBeGreaterThan(seat);
  });

  test.each([
    [720, 480],
    [646, 340],
    [600, 320],
  ])("bloc labels, names, seats and the table never touch each other at %i by %i", (width, height) => {
    const { captions, seats, seat, table } = layoutAt(width, height);
    expect(captions.filter(({ tone }) => tone === "bloc")).toHaveLength(5);
    expect(captions.filter(({ tone }) => tone === "name")).toHaveLength(5);
    for (const [i, { box }] of captions.entries()) {
      expect(overlap(box, table)).toBe(false);
      for (const other of captions.slice(i + 1)) expect(overlap(box, other.box)).toBe(false);
      for (const point of seats.values()) expect(gap(point, box)).toBeGreaterThanOrEqual(seat);
    }
  });

  test("the fewer benches there are, the larger the text lies on the table", () => {
    const small = { ...paris, seals: [...paris.seals.slice(0, 2), ...paris.seals.slice(9, 10)] };
    const seated = (benches: number) => {
      const bench = paris.delegations.filter(({ place }) => place === "bench").slice(0, benches);
      const front = paris.delegations.filter(({ place }) => place === "front");
      return layoutAt(646, 400, { ...small, delegations: [...front, ...bench] });
    };
    const none = seated(0);
    const few = seated(4);
    const many = seated(31);
    expect(none.text).toBeGreaterThan(many.text);
    expect(none.sheet.box.width).toBeGreaterThan(many.sheet.box.width * 1.2);
    expect(few.sheet.box.width).toBeGreaterThan(many.sheet.box.width);
    for (const { sheet, table, seats, seat } of [none, few, many]) {
      expect(sheet.levels.every(({ worded }) => worded)).toBe(true);
      expect(table.y).toBeGreaterThanOrEqual(0);
      for (const point of seats.values()) expect(gap(point, table)).toBeGreaterThan(seat);
    }
    const above = none.table.y;
    const below = 400 - Math.max(...[...none.captions].map(({ box }) => box.y + box.height));
    expect(Math.abs(above - below)).toBeLessThan(60); // it stands in the middle of the hall
  });

  test("a small stage has no labels", () => {
    expect(layoutAt(340, 200).captions).toEqual([]);
    expect(layoutAt(340, 200).sheet.title).toBeUndefined();
  });

  test("delegations of a bloc sit next to each other", () => {
    const { seats } = layoutAt(760, 520);
    const centre = (codes: string) => {
      const points = codes.split(" ").map((code) => seats.get(code)!);
      return points.reduce((sum, { x }) => sum + x, 0) / points.length;
    };
    const centres = Object.values(BLOCS).map(centre);
    expect(centres).toEqual([...centres].sort((a, b) => a - b));
  });

  test("no delegations, one delegation and sixty are all seated", () => {
    const sixty = Array.from({ length: 60 }, (_, i) => delegation(`D${i}`, `bloc ${i % 7}`, "bench"));
    for (const delegations of [[], sixty.slice(0, 1), sixty]) {
      const { seats } = layoutAt(760, 520, { ...paris, delegations });
      expect(seats.size).toBe(delegations.length);
      for (const { x, y } of seats.values()) expect(Number.isFinite(x + y)).toBe(true);
    }
  });

  test("a stage too small for anything still yields finite positions", () => {
    for (const { x, y } of layoutAt(40, 20).seats.values()) expect(Number.isFinite(x + y)).toBe(true);
  });
});

describe("the sheet", () => {
  test.each(SIZES)(
    "holds nine level issues and twelve clauses without overlap at %i by %i",
    (width, height) => {
      const layout = layoutAt(width, height);
      const spots = sealSpots(layout);
      const { box } = layout.sheet;
      expect(spots).toHaveLength(21);
      for (const [i, spot] of spots.entries()) {
        expect(contains(box, { x: spot.box.x, y: spot.box.y })).toBe(true);
        expect(spot.box.y + spot.box.height).toBeLessThanOrEqual(box.y + box.height + 0.01);
        for (const other of spots.slice(i + 1))
          expect(overlap(shrunk(spot.box), shrunk(other.box))).toBe(false);
      }
    },
  );

  test("labels the issues from 720 by 480 on", () => {
    expect(sealSpots(layoutAt(720, 480)).every(({ worded }) => worded)).toBe(true);
    expect(sealSpots(layoutAt(340, 200)).some(({ worded }) => worded)).toBe(false);
  });

  test("a click finds the seat or the seal it lands on", () => {
    const layout = layoutAt(760, 520);
    expect(thingAt(layout, layout.seats.get("PL")!)).toEqual({ kind: "delegation", id: "PL" });
    const { box } = layout.sheet.clauses[4]!;
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    expect(thingAt(layout, middle)).toEqual({ kind: "seal", id: "clause 4" });
    expect(thingAt(layout, { x: 1, y: 1 })).toBeUndefined();
  });

  test("a motion ends on the edge of the sheet", () => {
    const layout = layoutAt(760, 520);
    for (const { id } of paris.delegations) {
      const [, end] = pathOf(layout, id)!;
      expect(gap(end, layout.sheet.box)).toBeCloseTo(0);
    }
    expect(pathOf(layout, "nobody")).toBeUndefined();
  });
});

describe("a change", () => {
  test("the first view is drawn without animation", () => {
    expect(changeBetween(undefined, paris)).toBeUndefined();
  });

  test("a jump back is drawn without animation", () => {
    expect(changeBetween({ ...paris, moment: 5 }, voted(paris, 4))).toBeUndefined();
  });

  test("a jump far ahead is drawn without animation", () => {
    expect(changeBetween(paris, voted(paris, 4))).toBeDefined();
    expect(changeBetween(paris, voted(paris, 5))).toBeUndefined();
  });

  test("another set of delegations or issues is drawn without animation", () => {
    expect(changeBetween(paris, { ...voted(paris, 2), seals: [] })).toBeUndefined();
    expect(changeBetween({ ...paris, delegations: [] }, voted(paris, 2))).toBeUndefined();
  });

  test("nothing moves when nothing changed", () => {
    expect(changeBetween(paris, { ...paris, moment: 2 })).toBeUndefined();
  });

  test("votes light up bloc by bloc, each delegation once", () => {
    const { steps } = changeBetween(paris, voted(paris, 2))!;
    expect(steps.map(({ id }) => id).sort()).toEqual(
      paris.delegations.flatMap(({ id, place }) => (place === "away" ? [] : [id])).sort(),
    );
    const start = (id: string) => steps.find((step) => step.id === id)!.start;
    expect(start("DK")).toBe(start("IS"));
    const starts = ["UA", "DK", "PL", "IT", "NL", "CA"].map(start);
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
  });

  test("a motion travels for at most 0.6 s and reaches the text before its issue shows it", () => {
    const { steps } = changeBetween(paris, moved(paris, 2))!;
    const [motion, issue] = [
      steps.find(({ kind }) => kind === "motion")!,
      steps.find(({ kind }) => kind === "seal")!,
    ];
    expect(motion).toMatchObject({ id: "PL", start: 0 });
    expect(motion.duration).toBeLessThanOrEqual(600);
    expect(issue.start).toBeGreaterThanOrEqual(motion.duration);
  });

  test("a motion that is decided does not travel again, and the same motion put again does", () => {
    const kinds = (a: StageView, b: StageView) => changeBetween(a, b)?.steps.map(({ kind }) => kind) ?? [];
    expect(kinds(moved(paris, 1), moved(paris, 2, true))).toEqual(["seal"]);
    expect(kinds(moved(paris, 1, false), moved(paris, 2))).toContain("motion");
  });

  test("everything at once still ends within 1.2 s", () => {
    const all = { ...moved(voted(paris, 2), 2, true), beat: "ended", end: "agreement" } as const;
    const change = changeBetween(paris, all)!;
    expect(new Set(change.steps.map(({ kind }) => kind))).toEqual(new Set(["motion", "vote", "seal", "end"]));
    expect(change.duration).toBeLessThanOrEqual(LONGEST);
    expect(LONGEST).toBeLessThanOrEqual(1200);
    for (const { start, duration } of change.steps)
      expect(start + duration).toBeLessThanOrEqual(change.duration + 1e-9);
  });

  test("progress runs from 0 to 1, and is 1 for whatever does not move", () => {
    const change = changeBetween(paris, moved(paris, 2))!;
    expect(progressAt(change, 0)("motion", "PL")).toBe(0);
    expect(progressAt(change, change.duration)("seal", "level 0")).toBe(1);
    expect(progressAt(change, 0)("vote", "PL")).toBe(1);
  });
});

describe("colour", () => {
  test("every stance is at least 3:1 against the plate it lies on", () => {
    for (const stance of STANCES) expect(contrast(STANCE_COLOUR[stance], PLATE)).toBeGreaterThanOrEqual(3);
  });

  test.each(["dark", "light"] as const)(
    "on the %s stage words are at least 4.5:1 and graphics 3:1",
    (theme) => {
      const palette = PALETTES[theme];
      for (const word of [palette.label, palette.quiet])
        for (const ground of [palette.hall, palette.bench])
          expect(contrast(word, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.code, palette.seat)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.onYou, palette.you)).toBeGreaterThanOrEqual(4.5);
      for (const mark of [palette.rim, palette.you, palette.halo, palette.motion])
        for (const ground of [palette.hall, palette.bench])
          expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3);
      for (const stance of STANCES)
        expect(contrast(STANCE_COLOUR[stance], palette.seat)).toBeGreaterThanOrEqual(3);
    },
  );

  test("on paper words are at least 4.5:1 and graphics 3:1", () => {
    for (const ground of [PAPER.sheet, PAPER.open])
      expect(contrast(PAPER.ink, ground)).toBeGreaterThanOrEqual(4.5);
    for (const word of [PAPER.soft, PAPER.stamp, PAPER.refused])
      expect(contrast(word, PAPER.sheet)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(PAPER.edge, PAPER.sheet)).toBeGreaterThanOrEqual(3);
    for (const mark of [PAPER.openEdge, PAPER.proposed]) {
      expect(contrast(mark, PAPER.sheet)).toBeGreaterThanOrEqual(3);
      expect(contrast(mark, PAPER.open)).toBeGreaterThanOrEqual(3);
    }
  });
});

/** Distance from a point to a box, 0 inside it. */
function gap({ x, y }: Point, box: Box): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy);
}

function shrunk({ x, y, width, height }: Box): Box {
  return { x: x + 0.01, y: y + 0.01, width: width - 0.02, height: height - 0.02 };
}
