/** What the stage draws itself: few and short, because nothing on it is told there alone. */
export const stage = {
  you: "You",
  away: "not at this table",
  adopted: "Adopted",
  notAdopted: "Not adopted",
  agreed: "Agreed",
  notAgreed: "No agreement",
  /** The heading of the text that lies on the table as somebody's offer. */
  offer: "Offer: {$name}",
  /** How a side stands to it; `turn`: it is to act. */
  side: {
    waits: "",
    offers: "makes the offer",
    bound: "bound by it",
    free: "not bound",
    votes: "votes on it",
    refused: "has refused it",
    mediates: "mediator",
    turn: "to act",
  },
  body: {
    pending: "not yet decided",
    approved: "approved",
    refused: "not approved",
    none: "nothing to ratify",
  },
  undecided:
    ".input {$bodies :number} .match $bodies one {{{$bodies} has still to decide}} * {{{$bodies} have still to decide}}",
  approved:
    ".input {$bodies :number} .match $bodies one {{{$approved} of {$bodies} has approved}} * {{{$approved} of {$bodies} have approved}}",
  nothing: "Nothing to ratify",
  share: "{$share :share}",
  fate: "{$share :share} {$label}",
  holding: "Share of futures that still hold",
  years: "Years",
} as const;
