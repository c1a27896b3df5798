/**
 * The course as one seat sees it: which phases are behind, which one is played and which would follow, the beats of the
 * present one, and what the seat does in each. Phases that the course has passed by are left out.
 */
import { isNegotiation, type Phase, type TalksSeat } from "../protocol/course.ts";
import { phaseNow } from "../protocol/game.ts";
import type { Beat, Game } from "../protocol/move.ts";
import { deciding } from "../protocol/ratification.ts";
import type { SeatTable } from "../seat/seatTable.ts";
import { countOf, nameIn } from "./words.ts";

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
  const others = countOf((side?.members.length ?? 1) - 1, "other member", "others");
  switch (roleIn(phase, seat)) {
    case "speaker":
      return isNegotiation(phase) && phase.decision.required[seat]
        ? "You have the floor in every round and vote; without your agreement there is no text."
        : "You have the floor in every round and vote.";
    case "voter":
      return "You take the floor and vote on every amendment and on the text.";
    case "side":
      return "You are a side: you offer, accept or walk away.";
    case "spokesperson":
      return `You speak for a delegation: you offer for it, and it votes before you may accept. It has ${others}.`;
    case "member":
      return `You are in the delegation that ${nameIn(scenario, side!.spokesperson)} speaks for: you vote when it may accept an offer.`;
    case "mediator":
      return "You mediate: you propose or hold. What is agreed binds the sides, not you.";
    case "signatory":
      if (!deciding(phase, game).includes(seat))
        return "You signed nothing that would have to be approved: you wait.";
      return `Nobody at the table acts now. At home it is decided by: ${scenario.parties[seat]!.ratification?.body ?? scenario.parties[seat]!.name}.`;
    case "observer":
      return "You have no seat in this phase: you watch.";
  }
}

function beatsOf(phase: Phase): readonly Beat[] {
  const news: readonly Beat[] = phase.news > 0 ? ["news"] : [];
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
