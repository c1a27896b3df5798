/** What somebody does in one move, told by ids, and where two moves that could stand in the same place differ. */
import type { Drawn, Move, Reason, Vote } from "../protocol/move.ts";
import { formatMove } from "../protocol/row.ts";
import type { Scenario } from "../scenario/schema.ts";

/** `party` by id, undefined for chance; `here` and `there` follow its name: "votes for". */
export interface DifferingDeed {
  readonly party: string | undefined;
  readonly here: string;
  readonly there: string;
}

interface Deed {
  readonly party: string | undefined;
  readonly act: string;
  readonly reason?: string;
}

/** What is done otherwise, one by one, other acts before other reasons; empty when both moves are the same. */
export function differingDeeds(scenario: Scenario, here: Move, there: Move): readonly DifferingDeed[] {
  const [ours, theirs] = [deedsOf(scenario, here), deedsOf(scenario, there)];
  const pairs = [...new Set([...theirs.keys(), ...ours.keys()])].map((doer) => ({
    mine: ours.get(doer),
    other: theirs.get(doer),
  }));
  const acts = pairs.filter(({ mine, other }) => mine?.act !== other?.act);
  const reasons = pairs.filter(
    ({ mine, other }) => mine?.act === other?.act && mine?.reason !== other?.reason,
  );
  return [...acts, ...reasons].map(({ mine, other }) => ({
    party: (mine ?? other)?.party,
    here: toldOf(mine),
    there: toldOf(other),
  }));
}

function toldOf(deed: Deed | undefined): string {
  if (deed === undefined) return "does nothing";
  return deed.reason === undefined ? deed.act : `${deed.act} (${deed.reason})`;
}

/** By who or what does it. */
function deedsOf(scenario: Scenario, move: Move): ReadonlyMap<string, Deed> {
  const partyId = (party: number) => scenario.parties[party]!.id;
  const own = (party: number, act: string, reason: Reason | undefined): [string, Deed] => [
    partyId(party),
    { party: partyId(party), act, ...(reason && { reason: reasonOf(scenario, reason) }) },
  ];
  switch (move.type) {
    case "ballot":
      return new Map(
        move.votes.flatMap((vote, party) =>
          vote === null ? [] : [own(party, voted(scenario, vote), vote.reason)],
        ),
      );
    case "ratify":
      return new Map(
        move.approved.flatMap((approved, party) => {
          if (approved === null) return [];
          const act = approved ? `lets ${partyId(party)} ratify` : `lets ${partyId(party)} refuse`;
          return [[`body of ${partyId(party)}`, { party: undefined, act }]];
        }),
      );
    case "news":
      return new Map([["chance", { party: undefined, act: drawn(scenario, move.speakers, move.event) }]]);
    default:
      return new Map([own(move.party, spoken(scenario, move), move.reason)]);
  }
}

type Spoken = Extract<Move, { readonly party: number }>;

function spoken(scenario: Scenario, move: Spoken): string {
  const row = formatMove(scenario, move);
  switch (row.type) {
    case "amend":
      return `amends ${row.changes.map(([issue, option]) => `${issue} to ${option}`).join(", ")}`;
    case "offer":
      return `offers ${Object.entries(row.outcome)
        .map((pair) => pair.join("="))
        .join(", ")}`;
    case "lever":
      return row.target === undefined ? `pulls ${row.lever}` : `pulls ${row.lever} on ${row.target}`;
    case "accept":
      return "accepts";
    case "walkaway":
      return "walks away";
    default:
      return "holds";
  }
}

function voted(scenario: Scenario, { choice, reservation }: Vote): string {
  const word = choice === "abstain" ? "abstains" : `votes ${choice}`;
  const reserved =
    reservation === undefined ? "" : ` with a reservation on ${scenario.issues[reservation]!.id}`;
  return `${word}${reserved}`;
}

function reasonOf(scenario: Scenario, { cause, issue }: Reason): string {
  return issue === undefined ? cause : `${cause}, ${scenario.issues[issue]!.id}`;
}

function drawn(scenario: Scenario, speakers: readonly number[], event: Drawn | undefined): string {
  const row = formatMove(scenario, { type: "news", speakers, ...(event && { event }) });
  if (row.type !== "news") return "";
  const gives = `gives the floor to ${row.speakers.join(", ") || "nobody"}`;
  if (row.event === undefined) return `${gives} and brings no event`;
  const { id, branch = 0, target } = row.event;
  return `${gives} and brings ${id}, way ${branch + 1}${target === undefined ? "" : `, on ${target}`}`;
}
