/** How a round goes, what the numbers mean, the rules of decision in plain words, and the terms. */
import { phaseNow } from "../../protocol/game.ts";
import { describeAdoption, describeAmendment } from "../../view/rule.ts";
import { nameIn } from "../../view/words.ts";
import type { Desk } from "../desk/desk.ts";
import { parts } from "../parts/words.ts";
import { table } from "./words.ts";

const words = table.help;

export function HelpText({ desk }: { readonly desk: Desk }) {
  const { session, scenario, snapshot } = desk.play;
  const phase = phaseNow(session.table.positions.course, snapshot.value.game);
  const eventful = phase.news > 0 && (scenario.events ?? []).length > 0;
  return (
    <div class="help">
      <h3>{words.round}</h3>
      {phase.protocol === "talks" && <p>{words.talks}</p>}
      {phase.protocol === "talks" && eventful && <p>{words.event}</p>}
      {phase.protocol === "drafting" && (
        <ol>
          <li>
            {words.news} {eventful && words.event}
          </li>
          <li>
            {words.floor({
              principals: phase.principals.map((party) => nameIn(scenario, party)),
              drawn: phase.rotating,
            })}
          </li>
          {Object.values(words.beats).map((beat) => (
            <li key={beat}>{beat}</li>
          ))}
        </ol>
      )}
      {phase.protocol === "ratification" && <p>{words.ratification}</p>}
      {desk.view.value.levers !== undefined && <p>{words.levers}</p>}
      {phase.protocol !== "ratification" && <h3>{words.decisions}</h3>}
      {phase.protocol === "talks" && <p>{words.agreement}</p>}
      {phase.protocol === "drafting" && (
        <>
          <p>{describeAmendment(scenario, phase.parties, phase.amendment)}</p>
          <p>{describeAdoption(scenario, phase.parties, phase.decision)}</p>
        </>
      )}
      <h3>{words.fail}</h3>
      <p>{desk.view.value.disagreement}</p>
      <h3>{words.numbers}</h3>
      <p>{words.points}</p>
      <p>{words.forecast}</p>
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
