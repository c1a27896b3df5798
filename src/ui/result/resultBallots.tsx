/** Every ballot by round with all votes and reasons behind it, and the way back to the beginning of each round. */
import type { PublicScenario } from "../../seat/public.ts";
import { firstMoveOf, type OutcomeFacts, type RoundBallot } from "../../view/result.ts";
import { choiceNames, describeVote } from "../../view/sentences.ts";
import type { Desk } from "../desk/desk.ts";
import { keepFocus } from "../page/focus.ts";
import { say } from "../page/status.ts";
import { Shape } from "../parts/shape.tsx";
import { Columns, WideTable } from "../parts/wideTable.tsx";
import { Part, SubHeading, within } from "./resultPart.tsx";
import { result } from "./words.ts";

const words = result.resultBallots;

export function BallotList({ desk, facts }: { readonly desk: Desk; readonly facts: OutcomeFacts }) {
  const { rewind, standpoint, scenario } = desk.play;
  const { first, after, result } = facts;
  const played = [...new Set(standpoint.value.games.slice(first, after).map((game) => game.round))];
  const goBack = (round: number) => {
    rewind(firstMoveOf(standpoint.peek(), result.phase, round));
    desk.reading.value = false;
    say(words.wentBack({ round }));
    keepFocus();
  };
  return (
    <Part facts={facts} name="ballots" title={facts.ballots.length > 0 ? words.title : words.rounds} folds>
      {played.map((round) => (
        <div key={round} class="result-round">
          <div class="result-round-head">
            <SubHeading facts={facts}>{words.round({ round })}</SubHeading>
            <button type="button" onClick={() => goBack(round)}>
              {words.back({ round })}
            </button>
          </div>
          <BallotTable
            label={within(facts, words.ballots({ round }))}
            scenario={scenario}
            ballots={facts.ballots.filter((ballot) => ballot.round === round)}
          />
        </div>
      ))}
    </Part>
  );
}

function BallotTable(props: {
  readonly label: string;
  readonly scenario: PublicScenario;
  readonly ballots: readonly RoundBallot[];
}) {
  const { label, scenario, ballots } = props;
  if (ballots.length === 0) return null;
  return (
    <WideTable label={label}>
      <table class="ballots">
        <Columns
          names={[
            words.question,
            words.by,
            choiceNames.for,
            choiceNames.against,
            choiceNames.abstain,
            words.result,
          ]}
        />
        <tbody>
          {ballots.map((ballot, i) => (
            <BallotRow key={`${i} ${ballot.question}`} scenario={scenario} ballot={ballot} />
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function BallotRow({
  scenario,
  ballot,
}: {
  readonly scenario: PublicScenario;
  readonly ballot: RoundBallot;
}) {
  const { tally, carried, beat } = ballot;
  const result =
    beat === "adoption"
      ? carried
        ? words.adopted
        : words.notAdopted
      : carried
        ? words.carried
        : words.failed;
  return (
    <tr>
      <th scope="row">
        {ballot.question}
        <details>
          <summary>{words.votes}</summary>
          <ul>
            {ballot.conditions.map(({ sentence, holds }) => (
              <li key={sentence}>
                <Shape stance={holds ? "for" : "against"} /> {sentence}
              </li>
            ))}
          </ul>
          <ul>
            {ballot.votes.map(([party, vote]) => (
              <li key={party}>{describeVote(scenario, party, vote)}</li>
            ))}
          </ul>
        </details>
      </th>
      <td>{ballot.by ?? "–"}</td>
      <td class="number">{tally.for}</td>
      <td class="number">{tally.against}</td>
      <td class="number">{tally.abstain}</td>
      <td class="nowrap-cell">
        <Shape stance={carried ? "for" : "against"} /> {result}
      </td>
    </tr>
  );
}
