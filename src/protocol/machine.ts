/**
 * The state chart of a course. It sequences and waits; it never computes: each guard and action is one call into the
 * rules, and the game record is all it holds. XState drops events whose guard fails without a word, so a session asks
 * `violation` first and reports it.
 */
import { assign, setup } from "xstate";
import type { Course, Phase } from "./course.ts";
import { applyMove, phaseNow, violation } from "./game.ts";
import type { Beat, Game, Move } from "./move.ts";

export function negotiationMachine(course: Course) {
  const legalMove = { guard: "legal", actions: "apply", target: "#negotiation.next" } as const;
  const beatIs = (beat: Beat) => ({ type: "beatIs", params: { beat } }) as const;
  return setup({
    types: { context: {} as { game: Game }, input: {} as { game: Game }, events: {} as Move },
    guards: {
      legal: ({ context, event }) => violation(course, context.game, event) === undefined,
      beatIs: ({ context }, { beat }: { beat: Beat }) => context.game.beat === beat,
      begins: ({ context }) =>
        context.game.beat === "news" && context.game.round === 1 && context.game.phase === 0,
      newsIn: ({ context }, { protocol }: { protocol: Phase["protocol"] }) =>
        context.game.beat === "news" && phaseNow(course, context.game).protocol === protocol,
    },
    actions: {
      apply: assign({ game: ({ context, event }) => applyMove(course, context.game, event) }),
    },
  }).createMachine({
    id: "negotiation",
    context: ({ input }) => ({ game: input.game }),
    initial: "next",
    states: {
      next: {
        always: [
          { guard: "begins", target: "briefing" },
          { guard: { type: "newsIn", params: { protocol: "talks" } }, target: "talks.news" },
          { guard: { type: "newsIn", params: { protocol: "ratification" } }, target: "ratification" },
          { guard: beatIs("news"), target: "drafting.news" },
          { guard: beatIs("floor"), target: "drafting.floor" },
          { guard: beatIs("ballot"), target: "drafting.ballot" },
          { guard: beatIs("adoption"), target: "drafting.adoption" },
          { guard: beatIs("turn"), target: "talks.turn" },
          { guard: beatIs("council"), target: "talks.ballot" },
          { guard: beatIs("ratification"), target: "ratification" },
          { target: "debrief" },
        ],
      },
      briefing: { on: { news: legalMove } },
      drafting: {
        initial: "news",
        states: {
          news: { on: { news: legalMove } },
          floor: { on: { lever: legalMove, amend: legalMove, hold: legalMove, walkaway: legalMove } },
          ballot: { on: { ballot: legalMove } },
          adoption: { on: { ballot: legalMove } },
        },
      },
      talks: {
        initial: "turn",
        states: {
          news: { on: { news: legalMove } },
          turn: {
            on: {
              lever: legalMove,
              offer: legalMove,
              accept: legalMove,
              hold: legalMove,
              walkaway: legalMove,
            },
          },
          ballot: { on: { ballot: legalMove } },
        },
      },
      ratification: { on: { news: legalMove, ratify: legalMove } },
      debrief: { type: "final" },
    },
  });
}
