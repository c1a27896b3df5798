/**
 * The course as one seat sees it: which phases are behind, which one is played and which would follow, the beats of the
 * present one, and what the seat does in each. Phases that the course has passed by are left out.
 */
import { isNegotiation, type Phase, type TalksSeat } from "../protocol/course.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Beat, Game } from "../protocol/move.ts";
import { deciding } from "../protocol/ratification.ts";
import type { SeatTable } from "../seat/seatTable.ts";
import { nameIn } from "./sentences.ts";
import { situation } from "./words/situation.ts";

const words = situation.roles;

/** What a seat is in a phase. `signatory`: its own body decides, nobody acts. */
export const ROLES = [
  "speaker",
  "voter",
  "side",
  "spokesperson",
  "member",
  "mediator",
  "signatory",
  "observer",
] as const;
export type Role = (typeof ROLES)[number];

export interface PhaseStep {
  readonly id: string;
  readonly title: string;
  readonly state: "over" | "now" | "ahead";
}

export interface CourseView {
  /** In the order in which they are played; those ahead as they follow after agreement. */
  readonly phases: readonly PhaseStep[];
  readonly protocol: Phase["protocol"];
  readonly beats: readonly Beat[];
  /** In the present phase. */
  readonly role: Role;
  /** The next phase in which an observer acts, by title. */
  readonly actsIn: string | undefined;
}

export function courseOf({ scenario, course, party: seat }: SeatTable, game: Game): CourseView {
  const phase = phaseNow(course, game);
  const ahead: number[] = [];
  for (let next = phase.next.agreement; next >= 0; next = course.phases[next]!.next.agreement)
    ahead.push(next);
  const played = game.results.map((result) => result.phase).filter((index) => index !== game.phase);
  const step = (index: number, state: PhaseStep["state"]) => {
    const { id, title } = scenario.phases[index]!;
    return { id, title, state };
  };
  const present = step(game.phase, game.play.beat === "ended" ? "over" : "now");
  const acting = ahead.find((index) => ACTS.has(roleIn(course.phases[index]!, seat)));
  return {
    phases: [
      ...played.map((index) => step(index, "over")),
      present,
      ...(game.play.beat === "ended" ? [] : ahead.map((index) => step(index, "ahead"))),
    ],
    protocol: phase.protocol,
    beats: beatsOf(phase),
    role: roleIn(phase, seat),
    actsIn: acting === undefined ? undefined : scenario.phases[acting]!.title,
  };
}

const ACTS: ReadonlySet<Role> = new Set(["speaker", "voter", "side", "spokesperson", "member", "mediator"]);

export function roleIn(phase: Phase, seat: number): Role {
  if (!phase.parties.includes(seat)) return "observer";
  switch (phase.protocol) {
    case "drafting":
      return phase.principals.includes(seat) ? "speaker" : "voter";
    case "talks":
      return roleOn(sideOf(phase, seat)!, seat);
    case "ratification":
      return "signatory";
  }
}

function sideOf(phase: Phase, seat: number): TalksSeat | undefined {
  return phase.protocol === "talks" ? phase.seats.find(({ members }) => members.includes(seat)) : undefined;
}

function roleOn(side: TalksSeat, seat: number): Role {
  if (side.mediator) return "mediator";
  if (side.members.length === 1) return "side";
  return side.spokesperson === seat ? "spokesperson" : "member";
}

/** What a seat does in the present phase, in one sentence that says "you". */
export function describeRole({ scenario, course, party: seat }: SeatTable, game: Game): string {
  const phase = phaseNow(course, game);
  const side = sideOf(phase, seat);
  const { name, ratification } = scenario.parties[seat]!;
  const body = ratification?.body ?? name;
  switch (roleIn(phase, seat)) {
    case "speaker":
      return isNegotiation(phase) && phase.decision.required[seat] ? words.needed : words.speaker;
    case "voter":
      return words.voter;
    case "side":
      return words.side;
    case "spokesperson":
      return words.spokesperson({ others: side!.members.length - 1 });
    case "member":
      return words.member({ spokesperson: nameIn(scenario, side!.spokesperson) });
    case "mediator":
      return words.mediator;
    case "signatory":
      return deciding(phase, game).includes(seat) ? words.signatory({ body }) : words.notAsked;
    case "observer":
      return words.observer;
  }
}

function beatsOf(phase: Phase): readonly Beat[] {
  const news: readonly Beat[] = phase.eventful ? ["news"] : [];
  switch (phase.protocol) {
    case "drafting":
      return ["news", "floor", "ballot", "adoption"];
    case "ratification":
      return [...news, "ratification"];
    case "talks":
      return [
        ...news,
        "turn",
        ...(phase.seats.some(({ members }) => members.length > 1) ? (["council"] as const) : []),
      ];
  }
}
