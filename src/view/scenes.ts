/**
 * What each picture of the stage needs besides seats and seals: the sides of talks and whose offer stands, the bodies
 * that ratify.
 */
import type { Phase, Talks } from "../protocol/course.ts";
import { motionNow } from "../protocol/drafting.ts";
import { phaseNow } from "../protocol/game.ts";
import { changesBetween, type Game, type Motion } from "../protocol/move.ts";
import { deciding } from "../protocol/ratification.ts";
import { boundNow } from "../protocol/talks.ts";
import type { PublicScenario } from "../seat/public.ts";
import type { Standpoint } from "../seat/standpoint.ts";
import type { Scene, SideStatus, StageView } from "./stage.ts";
import { situation as words } from "./words/situation.ts";

/** The picture of the phase a game is in. */
export function sceneAt(at: Standpoint): Scene {
  const phase = phaseNow(at.own.course, at.game);
  switch (phase.protocol) {
    case "drafting":
      return { kind: "hall" };
    case "talks":
      return talksAt(phase, at);
    case "ratification":
      return ratificationAt(at.own.scenario, phase, at.game);
  }
}

function talksAt(phase: Talks, at: Standpoint): Scene {
  const { own, game } = at;
  const { parties } = own.scenario;
  const proposer = standingOffer(phase, at)?.party;
  const turn = game.play.protocol === "talks" && game.play.beat !== "news" ? game.play.turn : undefined;
  const sides = phase.seats.map(({ id, spokesperson, members, mediator }, side) => {
    const blocs = new Set(members.map((party) => parties[party]!.bloc));
    const { name, bloc, id: speaks } = parties[spokesperson]!;
    return {
      id,
      name: delegationName(name, members.length - 1, blocs.size === 1 ? bloc : undefined),
      spokesperson: speaks,
      members: members.flatMap((party) => (party === spokesperson ? [] : [parties[party]!.id])),
      mediator,
      status: statusOf(phase, game, side, proposer),
      turn: turn === side,
    };
  });
  return {
    kind: "talks",
    sides,
    ...(proposer !== undefined && { offer: sides[sideOf(phase, proposer)]!.name }),
  };
}

/** A side is called by the bloc that its members share, else by its spokesperson and the number of the others. */
function delegationName(name: string, others: number, bloc: string | undefined): string {
  return others === 0 ? name : (bloc ?? words.delegation({ name, others }));
}

function statusOf(phase: Talks, game: Game, side: number, proposer: number | undefined): SideStatus {
  const { mediator, spokesperson } = phase.seats[side]!;
  const { play } = game;
  if (proposer === spokesperson) return "offers";
  if (mediator) return "mediates";
  if (play.protocol === "talks" && play.turn === side) {
    if (play.beat === "council") return "votes";
    if (play.refused) return "refused";
  }
  if (proposer === undefined) return "waits";
  return boundNow(phase, game)?.includes(side) ? "bound" : "free";
}

function sideOf({ seats }: Talks, spokesperson: number): number {
  return seats.findIndex((side) => side.spokesperson === spokesperson);
}

/** The offer that stands in talks, or was agreed: who made it and what it changed of the one before. */
function standingOffer(phase: Talks, { game, games, moves }: Standpoint): Motion | undefined {
  if (boundNow(phase, game) === undefined) return undefined;
  const index = moves.findLastIndex((move) => move.type === "offer");
  const offer = moves[index];
  if (offer?.type !== "offer") return undefined;
  return { party: offer.party, changes: changesBetween(games[index]!.text, offer.outcome) };
}

/** What lies before the table: the motion to be voted on or just decided; in talks, the offer that stands. */
export function motionAt(at: Standpoint): StageView["motion"] {
  const { own, game, games, moves } = at;
  const { scenario, course } = own;
  const phase = phaseNow(course, game);
  const open = motionNow(game);
  const decided = moves.at(-1)?.type === "ballot" ? motionNow(games.at(-2)!) : undefined;
  const talking = phase.protocol === "talks";
  const motion = talking ? standingOffer(phase, at) : (open ?? decided);
  if (!motion) return undefined;
  const carried = motion.changes.every(([issue, option]) => game.text[issue] === option);
  return {
    by: scenario.parties[motion.party]!.id,
    seals: motion.changes.map(([issue]) => scenario.issues[issue]!.id),
    ...(!talking && open === undefined && { carried }),
  };
}

function ratificationAt(scenario: PublicScenario, phase: Phase, game: Game): Scene {
  const pending = deciding(phase, game);
  const approved = game.play.beat === "ended" ? game.results.at(-1)?.approved : undefined;
  const bodies = phase.parties.map((party) => {
    const { id, ratification } = scenario.parties[party]!;
    const answer = approved?.[party];
    const waiting = pending.includes(party) && !approved;
    return {
      id,
      name: ratification?.body ?? "",
      decision: waiting ? "pending" : answer == null ? "none" : answer ? "approved" : "refused",
    } as const;
  });
  return { kind: "ratification", bodies };
}
