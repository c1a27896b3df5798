/** How a round goes, what the numbers mean, the rules of decision in plain words, and the terms. */
import type { VNode } from "preact";
import type { Drafting, Phase } from "../../protocol/course.ts";
import { phaseNow } from "../../protocol/game.ts";
import type { PublicScenario } from "../../seat/public.ts";
import { describeRule } from "../../view/rule.ts";
import { nameIn } from "../../view/sentences.ts";
import { rules } from "../../view/words/rules.ts";
import type { Desk } from "../desk/desk.ts";
import { Own } from "../parts/own.tsx";
import { parts } from "../parts/words.ts";
import { table } from "./words.ts";

const words = table.help;

export function HelpText({ desk }: { readonly desk: Desk }) {
  const { scenario, standpoint } = desk.play;
  const { own, game } = standpoint.value;
  const phase = phaseNow(own.course, game);
  const eventful = phase.eventful && (scenario.events ?? []).length > 0;
  const { round, decisions } = rulesOf(scenario, phase, eventful);
  return (
    <div class="help">
      <h3>{words.round}</h3>
      {round}
      {desk.fixed.value.levers !== undefined && <p>{words.levers}</p>}
      {decisions && <h3>{words.decisions}</h3>}
      {decisions}
      <h3>{words.fail}</h3>
      <p>
        <Own>{desk.fixed.value.disagreement}</Own>
      </p>
      <h3>{words.numbers}</h3>
      <p>{words.points}</p>
      <p>{words.forecast}</p>
      <p>{words.adviser}</p>
      <h3>{words.terms}</h3>
      <dl>
        {Object.entries(parts.terms).map(([id, { name, sentence }]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** How a round of the phase goes, and what decides in it if anything does. */
function rulesOf(
  scenario: PublicScenario,
  phase: Phase,
  eventful: boolean,
): { readonly round: VNode; readonly decisions?: VNode } {
  switch (phase.protocol) {
    case "drafting":
      return {
        round: <RoundOfDrafting scenario={scenario} phase={phase} eventful={eventful} />,
        decisions: (
          <>
            <p>{rules.carried}</p>
            <Conditions sentences={describeRule(scenario, phase.parties, phase.amendment)} />
            <p>{rules.adopted}</p>
            <Conditions sentences={describeRule(scenario, phase.parties, phase.decision)} />
          </>
        ),
      };
    case "talks":
      return {
        round: (
          <>
            <p>{words.talks}</p>
            {eventful && <p>{words.event}</p>}
          </>
        ),
        decisions: <p>{words.agreement}</p>,
      };
    case "ratification":
      return { round: <p>{words.ratification}</p> };
  }
}

function Conditions({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function RoundOfDrafting(props: {
  readonly scenario: PublicScenario;
  readonly phase: Drafting;
  readonly eventful: boolean;
}) {
  const { scenario, phase, eventful } = props;
  const principals = phase.principals.map((party) => nameIn(scenario, party));
  const [first] = phase.principals;
  const proposer = phase.askedOn[first!]!.includes(first!) ? "votes" : "for";
  return (
    <ol>
      <li>
        {words.news} {eventful && words.event}
      </li>
      <li>
        {words.floor({ principals, drawn: phase.rotating })} {words.speech({ most: phase.changes })}
      </li>
      <li>{words.ballot({ proposer })}</li>
      <li>{words.adoption}</li>
    </ol>
  );
}
