/**
 * The state chart of a course. It sequences and waits; it never computes: each guard and action is one call into the
 * rules, and the game record is all it holds. XState drops events whose guard fails without a word, so a session asks
 * `violation` first and reports it.
 */
import { assign, setup } from "xstate";
import type { Protocol } from "../scenario/schema.ts";
import type { Course } from "./course.ts";
import { applyMove, violation } from "./game.ts";
import type { BeatOf, Game, Move, ToMove } from "./move.ts";

/** Where the chart waits in each beat of each protocol. */
const STATES: { readonly [P in Protocol]: Readonly<Record<BeatOf<P>, string>> } = {
  drafting: {
    news: "drafting.news",
    floor: "drafting.floor",
    ballot: "drafting.ballot",
    adoption: "drafting.adoption",
  },
  talks: { news: "talks.news", turn: "talks.turn", council: "talks.ballot" },
  ratification: { news: "ratification", ratification: "ratification" },
};

const WAITING = Object.entries(STATES).flatMap(([protocol, beats]) =>
  Object.entries(beats).map(([beat, target]) => ({
    guard: { type: "plays", params: { protocol, beat } } as const,
    target,
  })),
);

/** Whom a state waits for is its tag: a session reads it there. */
export function negotiationMachine(course: Course) {
  const legalMove = { guard: "legal", actions: "apply", target: "#negotiation.next" } as const;
  const news = { tags: "chance", on: { news: legalMove } } as const;
  const ballot = { tags: "voters", on: { ballot: legalMove } } as const;
  return setup({
    types: {
      context: {} as { game: Game },
      input: {} as { game: Game },
      events: {} as Move,
      tags: {} as ToMove["who"],
    },
    guards: {
      legal: ({ context, event }) => violation(course, context.game, event) === undefined,
      begins: ({ context: { game } }) => game.play.beat === "news" && game.round === 1 && game.phase === 0,
      plays: ({ context: { game } }, { protocol, beat }: { protocol: string; beat: string }) =>
        game.play.protocol === protocol && game.play.beat === beat,
    },
    actions: {
      apply: assign({ game: ({ context, event }) => applyMove(course, context.game, event) }),
    },
  }).createMachine({
    id: "negotiation",
    context: ({ input }) => ({ game: input.game }),
    initial: "next",
    states: {
      next: { always: [{ guard: "begins", target: "briefing" }, ...WAITING, { target: "debrief" }] },
      briefing: news,
      ...({
        drafting: {
          initial: "news",
          states: {
            news,
            floor: {
              tags: "speaker",
              on: { lever: legalMove, amend: legalMove, hold: legalMove, walkaway: legalMove },
            },
            ballot,
            adoption: ballot,
          },
        },
        talks: {
          initial: "turn",
          states: {
            news,
            turn: {
              tags: "speaker",
              on: {
                lever: legalMove,
                offer: legalMove,
                accept: legalMove,
                hold: legalMove,
                walkaway: legalMove,
              },
            },
            ballot,
          },
        },
        ratification: { tags: "chance", on: { news: legalMove, ratify: legalMove } },
      } as const satisfies Record<Protocol, object>),
      debrief: { type: "final" },
    },
  });
}
