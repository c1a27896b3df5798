/** How a round goes, what the numbers mean, the rules of decision in plain words, and the terms. */
import { phaseNow } from "../../protocol/game.ts";
import { describeAdoption, describeAmendment } from "../../view/rule.ts";
import { countOf, listed, nameIn } from "../../view/words.ts";
import type { Desk } from "../desk/desk.ts";
import { TERMS } from "../parts/term.tsx";

const words = {
  round: "A round",
  news: "News: the round opens some issues, with the clauses that belong to them.",
  event: "An event may come with it, drawn by chance; what it changes is shown in the middle.",
  levers: "When it is your turn you may also pull levers; a pull does not end your turn.",
  floor: (principals: string, drawn: number) =>
    drawn === 0
      ? `Floor: ${principals} speak in turn. A speaker holds, or proposes an amendment of one to three changes.`
      : `Floor: ${principals} speak in every round, ${countOf(drawn, "other is", "others are")} drawn by chance. A speaker holds, or proposes an amendment of one to three changes.`,
  beats: [
    "Ballot: all delegations vote on each amendment. If it is carried, the text changes.",
    "Adoption: at the end of the round all vote on the whole text. Once it is adopted, the game ends.",
  ],
  talks:
    "The sides act in turn: each offers a text, accepts the one that stands, or walks away. A new offer releases all others. A delegation accepts when its own ballot carries; a mediator proposes and signs nothing.",
  agreement:
    "There is an agreement when every side is bound to the same offer. It ends without one after the last round, or when a side walks away.",
  decisions: "What decides",
  fail: "What is in force if we fail",
  numbers: "What the numbers mean",
  points:
    "Points say how much a text is worth to your seat, in your seat’s own points. They can’t be compared between seats. They are teaching parameters, not measurements.",
  forecast:
    "The forecast uses only what delegations have said in public and how they have voted here. It can be wrong: others have limits that nobody has seen yet.",
  terms: "Terms",
} as const;

export function HelpText({ desk }: { readonly desk: Desk }) {
  const { session, scenario, snapshot } = desk.play;
  const phase = phaseNow(session.table.positions.course, snapshot.value.game);
  const eventful = phase.news > 0 && (scenario.events ?? []).length > 0;
  const principals = phase.principals.map((party) => nameIn(scenario, party));
  return (
    <div class="help">
      <h3>{words.round}</h3>
      {phase.protocol === "talks" && <p>{words.talks}</p>}
      {phase.protocol === "talks" && eventful && <p>{words.event}</p>}
      <ol hidden={phase.protocol === "talks"}>
        <li>
          {words.news} {eventful && words.event}
        </li>
        <li>{words.floor(listed(principals), phase.rotating)}</li>
        {words.beats.map((beat) => (
          <li key={beat}>{beat}</li>
        ))}
      </ol>
      {desk.view.value.levers !== undefined && <p>{words.levers}</p>}
      <h3>{words.decisions}</h3>
      {phase.protocol === "talks" ? (
        <p>{words.agreement}</p>
      ) : (
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
        {Object.entries(TERMS).map(([id, [name, sentence]]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
