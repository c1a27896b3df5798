/** What parties have said in public: by party for its card and brief, by option for the text. */
import { optionSpan } from "../scenario/outcome.ts";
import { claimInPlay } from "../scenario/reveal.ts";
import type { Claim } from "../scenario/schema.ts";
import type { PublicScenario } from "../seat/public.ts";

export interface IssueClaim {
  readonly issue: string;
  readonly claim: Claim;
}

export interface ClaimView {
  readonly party: string;
  readonly partyId: string;
  readonly claim: Claim;
}

/** What a party has said, each with the title of the issue, in the order of issues. */
export function claimsOf({ issues, parties }: PublicScenario, party: number): readonly IssueClaim[] {
  const { stakes } = parties[party]!.preferences;
  return issues.flatMap(({ id, title }) => {
    const claim = claimInPlay(stakes[id] ?? {});
    return claim === undefined ? [] : [{ issue: title, claim }];
  });
}

/** Claims that name this option, each with the one bound it names, so that no statement is repeated at every option. */
export function claimsFor(
  { issues, parties }: PublicScenario,
  issueIndex: number,
  option: number,
): ClaimView[] {
  const issue = issues[issueIndex]!;
  return parties.flatMap(({ id, name, preferences }) => {
    const claim = claimInPlay(preferences.stakes[issue.id] ?? {});
    if (claim === undefined) return [];
    const [least, most] = optionSpan(issue, claim.says);
    const named = claim.says.min === undefined ? most : least;
    return option === named ? [{ party: name, partyId: id, claim }] : [];
  });
}
