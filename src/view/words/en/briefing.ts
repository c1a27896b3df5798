/** English of the choice of a seat and its brief. */
export const briefing = {
  /** ui/briefing/brief.tsx */
  brief: {
    public: "Public brief",
    claims: "What it has said",
    noClaims: "No public statement on the issues of this scenario is on record here.",
    sources: "Sources",
    outlet: "({$name})",
    read: "Read your confidential brief",
    hide: "Put the confidential brief away",
    confidential: "Confidential brief",
    notice: "A role instruction for this game, not a claim about what a government thinks in private.",
    interests: "Your interests",
    redLines: "Your red lines",
    batna: "Without an agreement",
    batnaHint: "Your best alternative to a negotiated agreement (BATNA)",
  },
  /** ui/briefing/briefing.tsx */
  briefing: {
    title: "Choose a seat",
    back: "Back to the start page",
    asOf: "Positions as stated up to {$date}.",
    check:
      ".input {$count :number} .match $count 1 {{One thing to check in this file}} * {{{$count} things to check in this file}}",
    checkHint: "The scenario can be played as it is. These places may not mean what was meant.",
    find: "Find a delegation",
    found:
      ".input {$count :number} .match $count 1 {{One delegation matches.}} * {{{$count} delegations match.}}",
    none: "No delegation matches. Shorten what you typed.",
    seats: "Delegations",
    lot: "Draw a seat by lot",
    drawn: "The lot fell on {$name}.",
    silent: "{$name} has positions in this scenario but no seat at any table.",
    later: "{$name} has no seat in “{$phase}”: it watches, and acts later.",
    more: "Seed",
    seed: "Seed (optional)",
    seedHint: "A whole number. The same seed gives every group the same summit. Empty: drawn by lot.",
    seedWrong: "Write a whole number such as 12, or leave it empty.",
    begin: "Begin",
    as: "You will speak for",
  },
} as const;
