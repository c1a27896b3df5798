/** English of the parts that several screens share. */
export const parts = {
  /** ui/parts/card.tsx */
  card: {
    concerns: "It concerns {$name}.",
    nothing: "By itself it changes nothing.",
    background: "Background and sources",
    parameters: "The numbers are teaching parameters, not measurements.",
  },
  /** ui/parts/claims.tsx */
  claims: {
    statements: ".input {$count :number} .match $count one {{{$count} statement}} * {{{$count} statements}}",
  },
  /** ui/parts/sources.tsx */
  sources: { separator: " · " },
  /** ui/parts/standing.tsx */
  standing: {
    stays:
      ".input {$count :number} .match $count one {{{$count} part stays as signed}} * {{{$count} parts stay as signed}}",
  },
  /** ui/parts/worth.tsx */
  worth: { walkAway: "walk away", best: "best" },
  /** ui/parts/shape.tsx */
  shape: {
    stance: {
      unknown: "not known",
      for: "for",
      reserve: "for, with a reservation",
      leaning: "leaning",
      against: "against",
      abstain: "abstains",
    },
    likelihood: { likely: "likely", possible: "possible", unlikely: "unlikely", unknown: "not known" },
  },
  /** ui/parts/term.tsx: the terms of the trade, each with its one-sentence card. */
  terms: {
    batna: {
      name: "BATNA",
      sentence:
        "Best alternative to a negotiated agreement: what you can do if there is no agreement. It is the measure of every offer.",
    },
    mandate: {
      name: "Mandate",
      sentence:
        "What your capital allows you to sign. You may still vote for more or less; the result page will say that you left it.",
    },
    reservation: {
      name: "Reservation",
      sentence:
        "You sign the text, but opt out of one issue: it does not bind you. Each reservation costs the signatories some unity.",
    },
    news: {
      name: "News",
      sentence:
        "An event that comes when a round opens. It changes what parties want or may sign, for some rounds or for good.",
    },
    lever: {
      name: "Lever",
      sentence:
        "Something a party does beside speaking when it has the floor or its turn: at most two in a round, at a cost in its own points.",
    },
    snapback: {
      name: "Snapback",
      sentence: "Sanctions that were lifted return by themselves when the terms are broken.",
    },
    article5: {
      name: "Article 5",
      sentence:
        "NATO’s mutual defence clause: an attack on one ally is considered an attack on all; each then takes the action it deems necessary.",
    },
  },
} as const;
