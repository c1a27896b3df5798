// The pictures of the phases after the hemicycle: talks across a table, a row of parliaments, a timeline of futures.
import { describe, expect, test } from "vitest";
import { changeBetween, followsOn, LONGEST } from "../../../src/ui/stage/change.ts";
import {
  type Box,
  boxAround,
  contains,
  distance,
  type Measure,
  overlap,
  type Point,
} from "../../../src/ui/stage/geometry.ts";
import { radiusOf, sealSpots } from "../../../src/ui/stage/layout.ts";
import { contrast, FATE_COLOUR, PAPER } from "../../../src/ui/stage/palette.ts";
import { pathOf, pointOn, wayAcross } from "../../../src/ui/stage/path.ts";
import { boxOf, type Placed, placedKey, placedOf, thingIn } from "../../../src/ui/stage/picture.ts";
import { stageWords } from "../../../src/ui/stage/words.ts";
import type { Decision, Scene, StageBody, StageSide, StageView } from "../../../src/view/stage.ts";

const wide: Measure = (text, size) => text.length * size * 0.62;
const SIZES = [
  [1180, 740],
  [670, 548],
  [670, 367],
  [600, 320],
  [420, 640],
  [390, 217],
  [340, 200],
] as const;

function placedAt<K extends Placed["kind"]>(view: StageView, kind: K, width: number, height: number) {
  const placed = placedOf(view, width, height, wide, stageWords);
  if (placed.kind !== kind) throw new Error(`Drawn as ${placed.kind}`);
  return placed.at as Extract<Placed, { kind: K }>["at"];
}

function viewIn(scene: Scene, codes: readonly string[], blocOf = (code: string) => code): StageView {
  return {
    moment: 1,
    beat: "floor",
    title: "Talks",
    scene,
    delegations: codes.map((code) => ({
      id: code,
      name: `Party ${code}`,
      code,
      bloc: blocOf(code),
      place: "front",
      stance: "unknown",
      voted: false,
      you: false,
      speaking: false,
    })),
    seals: Array.from({ length: 14 }, (_, i) => ({
      id: `seal ${i}`,
      label: `seal ${i}`,
      kind: i < 7 ? "level" : "clause",
      option: 0,
      options: i < 7 ? 5 : 2,
      open: true,
    })),
  };
}

/** "UA" a side of one, "FR+UK+DE" a delegation with its spokesperson first, "(UN)" a mediator. */
function talks(written: string): StageView {
  const sides = written.split(" ").map((side): StageSide => {
    const [spokesperson = "", ...members] = side.replace(/[()]/g, "").split("+");
    const mediator = side.startsWith("(");
    return {
      id: `side ${spokesperson}`,
      name: `Party ${spokesperson}`,
      spokesperson,
      members,
      mediator,
      status: mediator ? "mediates" : "free",
      turn: spokesperson === "US",
    };
  });
  const codes = sides.flatMap((side) => [side.spokesperson, ...side.members]);
  return viewIn({ kind: "talks", sides, offer: "Party UA" }, codes);
}

const DIRECT = "UA US RU FR+UK+DE TR PL+RO+EE (UN)";
const ISTANBUL = "UA RU US+UK+FR+DE+CN (TR)";
const COALITION = `FR+${Array.from({ length: 32 }, (_, i) => `C${i}`).join("+")}`;
const PARIS = `UA US RU ${COALITION} (TR)`;
const TALKS = [
  PARIS,
  `UA RU ${COALITION}`,
  DIRECT,
  ISTANBUL,
  "US UA RU UK",
  "UA RU",
  "UA",
  "A B C D E F G H I J K L (M)",
] as const;
const CASES = TALKS.flatMap((sides) => SIZES.map(([width, height]) => [sides, width, height] as const));

describe("talks across a table", () => {
  test.each(CASES)("%s have a place each, apart from each other, at %i by %i", (sides, width, height) => {
    const view = talks(sides);
    const layout = placedAt(view, "talks", width, height);
    expect([...layout.seats.keys()].sort()).toEqual(view.delegations.map(({ id }) => id).sort());
    const all = [...layout.seats].map(([id, at]) => ({ at, radius: radiusOf(layout, id) }));
    for (const [i, a] of all.entries()) {
      const box = boxAround(a.at, a.radius);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect(overlap(box, layout.table)).toBe(false);
      for (const b of all.slice(i + 1)) expect(distance(a.at, b.at)).toBeGreaterThan(a.radius + b.radius);
    }
  });

  test.each(CASES)("the text of %s lies inside the table at %i by %i", (sides, width, height) => {
    const layout = placedAt(talks(sides), "talks", width, height);
    const { table, sheet } = layout;
    expect(inside(sheet.box, table)).toBe(true);
    expect(inside(table, { x: 0, y: 0, width, height })).toBe(true);
    expect(sealSpots(layout)).toHaveLength(14);
    for (const { box } of sealSpots(layout)) expect(inside(box, sheet.box)).toBe(true);
  });

  test.each(CASES)("no floor of %s lies on another or on the table at %i by %i", (sides, width, height) => {
    const { sides: places, table } = placedAt(talks(sides), "talks", width, height);
    const floors = places.flatMap(({ floor }) => floor ?? []);
    for (const [i, floor] of floors.entries()) {
      expect(overlap(floor, table)).toBe(false);
      expect(inside(floor, { x: 0, y: 0, width, height })).toBe(true);
      for (const other of floors.slice(i + 1)) expect(overlap(floor, other)).toBe(false);
    }
  });

  test("sides face each other in the order in which they act; the odd one sits at the foot", () => {
    const placeOf = (sides: string) =>
      placedAt(talks(sides), "talks", 670, 400).sides.map(({ side, place }) => `${side.slice(5)} ${place}`);
    expect(placeOf(DIRECT)).toEqual([
      "UA left",
      "US right",
      "RU left",
      "FR right",
      "TR left",
      "PL right",
      "UN head",
    ]);
    expect(placeOf(ISTANBUL)).toEqual(["UA left", "RU right", "US foot", "TR head"]);
    const { seats } = placedAt(talks(DIRECT), "talks", 670, 400);
    expect(seats.get("UA")!.y).toBeCloseTo(seats.get("US")!.y);
    expect(seats.get("UN")!.y).toBeLessThan(seats.get("UA")!.y);
  });

  test("every spokesperson has one size, every member a smaller one, behind the spokesperson", () => {
    const layout = placedAt(talks(DIRECT), "talks", 670, 400);
    const radius = (id: string) => radiusOf(layout, id);
    expect(new Set(["UA", "US", "RU", "FR", "TR", "PL", "UN"].map(radius))).toEqual(new Set([layout.seat]));
    expect(new Set(["UK", "DE", "RO", "EE"].map(radius)).size).toBe(1);
    expect(radius("UK")).toBeLessThan(layout.seat);
    for (const [member, spokesperson] of ["UK FR", "EE PL"].map((pair) => pair.split(" ")))
      expect(layout.seats.get(member!)!.x).toBeGreaterThan(layout.seats.get(spokesperson!)!.x);
  });

  test("a large delegation sits on a bench below its spokesperson and leaves the others their size", () => {
    const layout = placedAt(talks(PARIS), "talks", 670, 400);
    const [fr, us, ru] = ["FR", "US", "RU"].map((id) => layout.seats.get(id)!);
    expect(layout.seat).toBeGreaterThan(14);
    expect(layout.sides.every(({ name }) => name)).toBe(true);
    expect(fr!.x).toBeCloseTo(us!.x);
    expect(fr!.y).toBeCloseTo(ru!.y);
    const { floor } = layout.sides.find(({ side }) => side === "side FR")!;
    for (let i = 0; i < 32; i++) {
      const member = layout.seats.get(`C${i}`)!;
      expect(member.y).toBeGreaterThan(fr!.y + layout.seat);
      expect(inside(boxAround(member, radiusOf(layout, `C${i}`)), floor!)).toBe(true);
    }
  });

  test("sixty-four sides still have finite places", () => {
    const many = Array.from({ length: 64 }, (_, i) => `P${i}`).join(" ");
    const { seats } = placedAt(talks(many), "talks", 670, 400);
    expect(seats.size).toBe(64);
    for (const { x, y } of seats.values()) expect(Number.isFinite(x + y)).toBe(true);
  });

  test.each(SIZES)(
    "an offer crosses the table's edge before its proposer's seat at %i by %i",
    (width, height) => {
      const layout = placedAt(talks(DIRECT), "talks", width, height);
      for (const { place, front, side } of layout.sides) {
        const by = side.slice(5);
        const way = wayAcross(layout, by)!;
        expect(way[1]).toEqual(front);
        expect(contains(layout.sheet.box, pointOn(way, 1))).toBe(true);
        expect(pointOn(way, 0)).toEqual(layout.seats.get(by));
        const line = pathOf(layout, by)!;
        expect(gap(line.at(-1)!, layout.sheet.box)).toBeCloseTo(0);
        if (place === "left" || place === "right") expect(line[0].y).toBeCloseTo(layout.seats.get(by)!.y);
      }
      expect(wayAcross(layout, "nobody")).toBeUndefined();
    },
  );

  test("a click finds the spokesperson, the member and the seal it lands on", () => {
    const placed = placedOf(talks(DIRECT), 670, 400, wide, stageWords);
    const layout = placedAt(talks(DIRECT), "talks", 670, 400);
    for (const id of ["UA", "UN", "DE"])
      expect(thingIn(placed, layout.seats.get(id)!)).toEqual({ kind: "delegation", id });
    const { box } = sealSpots(layout)[3]!;
    expect(thingIn(placed, middleOf(box))).toEqual({ kind: "seal", id: "seal 3" });
  });
});

const BLOCS = { A: 1, B: 1, C: 3, D: 8, E: 8, F: 6, G: 5, H: 4 };
const PARTIES = Object.entries(BLOCS).flatMap(([bloc, size]) =>
  Array.from({ length: size }, (_, i) => `${bloc}${i}`),
);

function atHome(codes: readonly string[], decision: Decision, moment = 1): StageView {
  const bodies = codes.map((id): StageBody => ({ id, name: `Parliament of ${id}`, decision }));
  return { ...viewIn({ kind: "ratification", bodies }, codes, (code) => code.charAt(0)), moment };
}

describe("the row of parliaments", () => {
  const cases = [1, 3, 5, 12, 36].flatMap((count) => SIZES.map(([w, h]) => [count, w, h] as const));

  test.each(cases)(
    "seats %i bodies apart and inside at %i by %i, all of one size",
    (count, width, height) => {
      const codes = PARTIES.slice(0, count);
      const { spots, title, count: told } = placedAt(atHome(codes, "pending"), "ratification", width, height);
      expect(spots.map(({ id }) => id)).toEqual(codes);
      expect(new Set(spots.map(({ house }) => house.width.toFixed(3))).size).toBe(1);
      for (const [i, { cell, house }] of spots.entries()) {
        expect(inside(cell, { x: 0, y: 0, width, height })).toBe(true);
        expect(inside(house, cell)).toBe(true);
        expect(overlap(cell, title) || overlap(cell, told)).toBe(false);
        for (const other of spots.slice(i + 1)) expect(overlap(thinner(cell), other.cell)).toBe(false);
      }
    },
  );

  test("three of them stand in one row, each with its name", () => {
    const { spots } = placedAt(atHome(PARTIES.slice(0, 3), "pending"), "ratification", 670, 548);
    expect(new Set(spots.map(({ house }) => house.y)).size).toBe(1);
    expect(spots.every(({ named }) => named)).toBe(true);
  });

  test("a house is as good as the delegation's card", () => {
    const view = atHome(PARTIES, "pending");
    const placed = placedOf(view, 670, 548, wide, stageWords);
    for (const id of PARTIES) {
      const { box } = boxOf(placed, id)!;
      expect(thingIn(placed, middleOf(box))).toEqual({ kind: "delegation", id });
    }
    expect(thingIn(placed, { x: 1, y: 1 })).toBeUndefined();
  });

  test("decisions light up once, bloc by bloc, within 1.2 s", () => {
    const change = changeBetween(atHome(PARTIES, "pending"), atHome(PARTIES, "approved", 2))!;
    expect(change.steps.map(({ kind }) => kind)).toEqual(PARTIES.map(() => "body"));
    const starts = ["A0", "B0", "C0", "D0", "H0"].map((id) => change.steps.find((s) => s.id === id)!.start);
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    expect(change.steps.find(({ id }) => id === "D7")!.start).toBe(starts[3]);
    expect(change.duration).toBeLessThanOrEqual(LONGEST);
    expect(changeBetween(atHome(PARTIES, "approved", 2), atHome(PARTIES, "approved", 3))).toBeUndefined();
  });

  test("they also light up when the row comes up after another picture", () => {
    const hall = viewIn({ kind: "hall" }, PARTIES);
    const steps = changeBetween(hall, atHome(PARTIES, "refused", 2))!.steps;
    expect(steps[0]!.kind).toBe("enter");
    expect(steps.slice(1).every(({ kind, start }) => kind === "body" && start >= steps[0]!.duration)).toBe(
      true,
    );
    expect(changeBetween(hall, atHome(PARTIES, "pending", 2))!.steps).toHaveLength(1);
  });
});

function futures(shares: readonly [number, number, number, number], lead = "In this model, 6 of 10 hold.") {
  const [held, attack, escalation, breach] = shares;
  const holding = Array.from({ length: 11 }, (_, i) => 1 - ((1 - held) * i) / 10);
  const fates = [
    { id: "held", label: "No return to war", share: held },
    { id: "attack", label: "Renewed attack", share: attack },
    { id: "escalation", label: "Escalation of an incident", share: escalation },
    { id: "breach", label: "Breach by the protected side", share: breach },
  ] as const;
  return viewIn({ kind: "aftermath", lead, holding, fates }, ["UA"]);
}

describe("the timeline of futures", () => {
  const shares = [
    [0.62, 0.25, 0.1, 0.03],
    [0.13, 0.65, 0.21, 0.01],
    [1, 0, 0, 0],
    [0, 0, 0, 1],
  ] as const;
  const cases = shares.flatMap((fates) => SIZES.map(([w, h]) => [fates, w, h] as const));

  test.each(cases)("of %j: steps fall and the ends fill the column, at %i by %i", (fates, width, height) => {
    const layout = placedAt(futures(fates), "aftermath", width, height);
    const { steps, chart, ends, sheet, text } = layout;
    expect(steps).toHaveLength(10);
    for (const [i, step] of steps.entries()) {
      expect(inside(step, chart)).toBe(true);
      if (i > 0) expect(step.height).toBeLessThanOrEqual(steps[i - 1]!.height);
    }
    expect(ends.reduce((sum, { part }) => sum + part.height, 0)).toBeCloseTo(chart.height);
    expect(ends[0]!.part.height).toBeCloseTo(steps.at(-1)!.height);
    for (const { label, width: room } of ends) {
      expect(contains(sheet, label)).toBe(true);
      expect(label.x + room).toBeLessThanOrEqual(sheet.x + sheet.width + 1);
    }
    const heights = ends.map(({ label }) => label.y);
    for (let i = 1; i < heights.length; i++)
      expect(heights[i - 1]! - heights[i]!).toBeGreaterThanOrEqual(1.2 * text);
  });

  test("a sentence too long for a line goes on in the next", () => {
    const long =
      "If a ceasefire came with only this in force: In this model, 1 of 10 futures see no return to war.";
    const { lead, chart } = placedAt(futures(shares[0], long), "aftermath", 390, 217);
    expect(lead.length).toBeGreaterThan(1);
    expect(lead.map(({ text }) => text).join(" ")).toBe(long);
    expect(lead.every(({ at }) => at.y < chart.y)).toBe(true);
  });

  test("it has no twin to click, and each fate keeps its contrast on paper", () => {
    const placed = placedOf(futures(shares[0]), 670, 548, wide, stageWords);
    expect(thingIn(placed, { x: 335, y: 270 })).toBeUndefined();
    for (const colour of Object.values(FATE_COLOUR))
      expect(contrast(colour, PAPER.sheet)).toBeGreaterThanOrEqual(4.5);
  });

  test("the years run once, when it comes up", () => {
    const steps = (from: StageView) => changeBetween(from, { ...futures(shares[0]), moment: 2 })?.steps ?? [];
    expect(steps(viewIn({ kind: "hall" }, ["UA"])).map(({ kind }) => kind)).toEqual(["enter", "years"]);
    expect(steps(futures(shares[0]))).toEqual([]);
  });
});

test("a new picture comes up for a new phase, and never for a jump", () => {
  const first = viewIn({ kind: "hall" }, ["UA"]);
  const next = { ...first, title: "The next phase", moment: 2 };
  expect(changeBetween(first, next)!.steps.map(({ kind }) => kind)).toEqual(["enter"]);
  expect(changeBetween(next, { ...first, moment: 1 })).toBeUndefined();
  expect(followsOn(first, next)).toBe(true);
  expect(followsOn(undefined, next) || followsOn(next, first) || followsOn(next, next)).toBe(false);
  expect(followsOn(first, { ...next, moment: 9 })).toBe(false);
});

test("positions are kept as long as nothing they depend on changes", () => {
  const view = talks(DIRECT);
  const turned = talks(DIRECT.replace("US", "XX"));
  expect(placedKey({ ...view, moment: 7, beat: "ballot" })).toBe(placedKey(view));
  expect(placedKey(turned)).not.toBe(placedKey(view));
  expect(new Set([view, atHome(PARTIES, "pending"), futures([1, 0, 0, 0])].map(placedKey)).size).toBe(3);
  expect(placedKey(atHome(PARTIES, "approved"))).toBe(placedKey(atHome(PARTIES, "pending")));
});

function inside(box: Box, room: Box): boolean {
  return (
    box.x >= room.x - 0.01 &&
    box.y >= room.y - 0.01 &&
    box.x + box.width <= room.x + room.width + 0.01 &&
    box.y + box.height <= room.y + room.height + 0.01
  );
}

function thinner({ x, y, width, height }: Box): Box {
  return { x: x + 0.01, y: y + 0.01, width: width - 0.02, height: height - 0.02 };
}

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Distance from a point to a box, 0 inside it. */
function gap({ x, y }: Point, box: Box): number {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy);
}
