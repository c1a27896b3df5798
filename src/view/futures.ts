/**
 * The words of the aftermath and the number of its futures, told alike by the result page and the stage: the same
 * seed and the same number give the same shares on both.
 */

/** Seeded futures of one result. */
export const RUNS = 1000;

export const futureWords = {
  lead: (held: number, years: number) =>
    `In this model, ${held} of 10 futures see no return to major war within ${years} years.`,
  without: "If a ceasefire came with only this in force:",
  fate: {
    held: "No return to war",
    attack: "Renewed attack",
    escalation: "Escalation of an incident",
    breach: "Breach by the protected side",
  },
  share: (share: number) => `${Math.round(share * 100)} %`,
  holding: "Share of futures that still hold",
  years: "Years",
} as const;
