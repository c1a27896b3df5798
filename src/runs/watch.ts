/**
 * What an agent is doing right now, in memory that two threads share: the thread that asks it writes down whom it asks
 * what before it asks, and that it has been answered; another can tell how long an answer takes while the first one can't say
 * anything.
 */
import type { Agent, Strategies } from "../agents/agent.ts";
import type { Observation } from "../seat/observation.ts";
import { type Fault, placeOf, QUESTIONS, type Question } from "../session/fault.ts";

/** Words of the memory: the game in play, questions asked and answered in all, and what the last one was. */
const FIELDS = ["game", "asked", "answered", "party", "question", "phase", "round", "move"] as const;
type Field = (typeof FIELDS)[number];

export type Watch = Int32Array<SharedArrayBuffer>;

/** Nothing has been asked yet, in no game. */
export function newWatch(): Watch {
  const watch = new Int32Array(new SharedArrayBuffer(FIELDS.length * Int32Array.BYTES_PER_ELEMENT));
  watch[FIELDS.indexOf("game")] = -1;
  return watch;
}

const read = (watch: Watch, field: Field) => Atomics.load(watch, FIELDS.indexOf(field));
const write = (watch: Watch, field: Field, value: number) => {
  Atomics.store(watch, FIELDS.indexOf(field), value);
};

export function noteGame(watch: Watch, game: number): void {
  write(watch, "game", game);
}

export function gameInPlay(watch: Watch): number {
  return read(watch, "game");
}

/** Number of the question that is open; undefined while none is. */
export function openQuestion(watch: Watch): number | undefined {
  const asked = read(watch, "asked");
  return asked === read(watch, "answered") ? undefined : asked;
}

/** The last question, as what went wrong with its answer; undefined when nothing has been asked. */
export function lastAsked(watch: Watch, rule: string): Fault | undefined {
  if (read(watch, "asked") === 0) return undefined;
  return {
    party: read(watch, "party"),
    question: QUESTIONS[read(watch, "question")]!,
    phase: read(watch, "phase"),
    round: read(watch, "round"),
    move: read(watch, "move"),
    act: undefined,
    rule,
  };
}

/** The same strategies with every question to their agents written down. An agent is made when it is first asked. */
export function watched(strategies: Strategies, watch: Watch): Strategies {
  return Object.fromEntries(
    Object.entries(strategies).map(([name, strategy]) => [
      name,
      {
        ...strategy,
        makes: (spec) => (scenario) => {
          let agent: Agent | undefined;
          const ask = <Answer>(
            question: Question,
            observation: Observation,
            answer: (agent: Agent) => Answer,
          ): Answer => {
            noteQuestion(watch, question, observation);
            try {
              agent ??= strategy.makes(spec)(scenario);
              return answer(agent);
            } finally {
              write(watch, "answered", read(watch, "asked"));
            }
          };
          return {
            speak: (seen, random) => ask("speak", seen, (own) => own.speak(seen, random)),
            bargain: (seen, random) => ask("bargain", seen, (own) => own.bargain(seen, random)),
            vote: (seen, random) => ask("vote", seen, (own) => own.vote(seen, random)),
          };
        },
      },
    ]),
  );
}

function noteQuestion(watch: Watch, question: Question, observation: Observation): void {
  const { party, phase, round, move } = placeOf(observation);
  write(watch, "party", party);
  write(watch, "phase", phase);
  write(watch, "round", round);
  write(watch, "move", move);
  write(watch, "question", QUESTIONS.indexOf(question));
  write(watch, "asked", read(watch, "asked") + 1);
}
