/** What the stage is given in each phase: the facts of the panels, in the picture of the phase. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseScenario } from "../../../src/agents/parse.ts";
import { aftermathOf } from "../../../src/analysis/aftermath.ts";
import { createPlay, type Play } from "../../../src/ui/desk/play.ts";
import { RUNS, wholePercents } from "../../../src/view/futures.ts";
import type { Scene, StageView } from "../../../src/view/stage.ts";

function opened(id: string, seat: string, seed = 1): Play {
  const parsed = parseScenario(
    readFileSync(new URL(`../../../scenarios/${id}.json`, import.meta.url), "utf8"),
  );
  if (!parsed.ok) throw new Error(`${id} has problems`);
  return createPlay({ scenario: parsed.scenario, seat, seed });
}

const stageNow = (play: Play): StageView => play.view.value.stage;

function sceneNow<K extends Scene["kind"]>(view: StageView, kind: K): Extract<Scene, { kind: K }> {
  expect(view.scene.kind).toBe(kind);
  return view.scene as Extract<Scene, { kind: K }>;
}

/** Agents play every seat; `seen` looks at each view. */
function watch(play: Play, seen: (view: StageView) => void): void {
  play.handOver();
  for (let i = 0; i < 500 && !play.view.value.ended; i++) {
    seen(stageNow(play));
    play.step();
  }
  seen(stageNow(play));
}

const statusOf = (view: StageView, id: string) =>
  sceneNow(view, "talks").sides.find((side) => side.id === id)!.status;
const partyOf = (view: StageView, id: string) => view.delegations.find((one) => one.id === id)!;

describe("talks", () => {
  test("every seat of the direct talks is a side, with its members behind its spokesperson", () => {
    const { sides, offer } = sceneNow(stageNow(opened("direct-talks", "ukraine")), "talks");
    expect(
      sides.map(({ id, spokesperson, members, mediator }) => [id, spokesperson, members, mediator]),
    ).toEqual([
      ["ukraine", "ukraine", [], false],
      ["united_states", "united_states", [], false],
      ["russia", "russia", [], false],
      ["e3", "france", ["united_kingdom", "germany"], false],
      ["host", "turkiye", [], false],
      ["flank", "poland", ["romania", "estonia"], false],
      ["mediator", "un_secretariat", [], true],
    ]);
    expect(offer).toBeUndefined();
    expect(new Set(sides.map(({ status }) => status))).toEqual(new Set(["waits", "mediates"]));
  });

  test("an offer belongs to who made it, binds it alone, and passes the turn", () => {
    const play = opened("direct-talks", "ukraine");
    while (play.view.value.ask !== "offer") play.step();
    expect(play.propose()).toBeUndefined();
    const view = stageNow(play);
    const { sides, offer } = sceneNow(view, "talks");
    expect(offer).toBe("Ukraine");
    expect(view.motion?.by).toBe("ukraine");
    expect(sides.map(({ status }) => status)).toEqual([
      "offers",
      "free",
      "free",
      "free",
      "free",
      "free",
      "mediates",
    ]);
    expect(sides.filter(({ turn }) => turn).map(({ id }) => id)).toEqual(["united_states"]);
    expect(view.delegations.filter(({ voted }) => voted).map(({ id }) => id)).toEqual(["ukraine"]);
  });

  test("a delegation's ballot lights its own members, and it is bound or has refused", () => {
    let ballots = 0;
    const play = opened("direct-talks", "ukraine");
    watch(play, (view) => {
      const last = play.snapshot.value.moves.at(-1);
      const before = play.snapshot.value.games.at(-2);
      if (last?.type !== "ballot" || before?.play.beat !== "council") return;
      ballots++;
      const side = sceneNow(view, "talks").sides[before.play.turn]!;
      expect(["bound", "refused"]).toContain(side.status);
      for (const id of [side.spokesperson, ...side.members]) {
        const party = play.scenario.parties.findIndex((one) => one.id === id);
        expect(partyOf(view, id)).toMatchObject({ voted: true, stance: last.votes[party]!.choice });
      }
    });
    expect(ballots).toBeGreaterThan(0);
  });

  test("who is bound to the offer is who the panel says is bound", () => {
    const play = opened("istanbul-2022", "ukraine");
    watch(play, (view) => {
      if (view.beat === "ended") return;
      const shown = sceneNow(view, "talks").sides.filter(
        ({ status }) => status === "offers" || status === "bound",
      );
      const told = play.view.value.talks?.bound ?? [];
      expect(shown.filter(({ mediator }) => !mediator)).toHaveLength(told.length);
    });
  });

  test("a mediator sits at the head and has no stance", () => {
    const view = stageNow(opened("direct-talks", "ukraine"));
    expect(partyOf(view, "un_secretariat")).toMatchObject({ place: "head", stance: "unknown", voted: false });
    expect(statusOf(view, "mediator")).toBe("mediates");
  });
});

describe("ratification", () => {
  /** A seed with which the three chairs agree when agents play. */
  const SEED = [4, 1, 5, 12, 16].find((seed) => {
    const play = opened("three-chairs", "ukraine", seed);
    play.handOver();
    play.toNextStop();
    return play.snapshot.value.game.results.length === 2;
  })!;

  test("all bodies wait until chance has moved; then each has approved or not", () => {
    const seen: StageView[] = [];
    watch(opened("three-chairs", "ukraine", SEED), (view) => seen.push(view));
    const [first] = seen.filter(({ scene }) => scene.kind === "ratification");
    const waiting = sceneNow(first!, "ratification").bodies;
    expect(waiting.map(({ id, decision }) => `${id} ${decision}`)).toEqual([
      "ukraine pending",
      "united_states pending",
      "europe pending",
    ]);
    const last = seen.at(-1)!;
    const decided = sceneNow(last.before!, "ratification").bodies;
    expect(decided.every(({ decision }) => decision === "approved" || decision === "refused")).toBe(true);
  });

  test("the ballot that ends a phase is seen in the old picture before the new one", () => {
    const seen: StageView[] = [];
    watch(opened("three-chairs", "ukraine", SEED), (view) => seen.push(view));
    const [first] = seen.filter(({ scene }) => scene.kind === "ratification");
    const before = first!.before!;
    expect(before).toMatchObject({
      beat: "ended",
      end: "agreement",
      title: "One text",
      scene: { kind: "hall" },
    });
    expect(before.moment).toBe(first!.moment);
    expect(before.delegations.filter(({ voted }) => voted)).toHaveLength(3);
    expect(seen.filter((view) => view.before)).toHaveLength(2);
  });
});

describe("the aftermath", () => {
  test("a finished game shows the futures that the result page tells of", () => {
    const play = opened("paris-2026", "ukraine", 2);
    play.handOver();
    play.toNextStop();
    const { lead, holding, fates } = sceneNow(stageNow(play), "aftermath");
    const { table, seed } = play.session;
    const { fan } = aftermathOf(table, play.snapshot.value.game.results.at(-1)!, {}, seed, RUNS);
    expect(holding).toEqual(fan.holding);
    expect(fates.map(({ id, share }) => [id, share])).toEqual(Object.entries(wholePercents(fan.shares)));
    expect(lead).toContain(`In this model, ${Math.round(fan.shares.held * 10)} of 10 futures`);
    expect(stageNow(play).before).toMatchObject({ scene: { kind: "talks" }, beat: "ended" });
  });

  test("it is worked out once a result", () => {
    const play = opened("three-chairs", "ukraine", 2);
    play.handOver();
    play.toNextStop();
    const { scene } = stageNow(play);
    play.setDraft([[0, 1]]);
    play.takeBack();
    expect(stageNow(play).scene).toBe(scene);
  });

  test("without a model the last picture of the game stays", () => {
    const play = opened("budapest-1994", "ukraine");
    play.handOver();
    play.toNextStop();
    expect(stageNow(play)).toMatchObject({ scene: { kind: "talks" }, beat: "ended" });
    expect(stageNow(play).before).toBeUndefined();
  });
});

test("a view survives JSON in every phase", () => {
  watch(opened("three-chairs", "ukraine"), (view) => expect(JSON.parse(JSON.stringify(view))).toEqual(view));
});
