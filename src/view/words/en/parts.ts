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
    likelihood: { likely: "likely", possible: "possible", unlikely: "unlikely" },
  },
} as const;
