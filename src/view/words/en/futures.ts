/** English of the aftermath, told alike by the stage and the result page. */
export const futures = {
  lead: "In this model, {$held} of 10 futures see no return to major war within {$years} years.",
  /** Before it, where there is no agreement, and both in one. */
  without: "If a ceasefire came with only this in force:",
  leadWithout:
    "If a ceasefire came with only this in force: In this model, {$held} of 10 futures see no return to major war within {$years} years.",
  fate: {
    held: "No return to war",
    attack: "Renewed attack",
    escalation: "Escalation of an incident",
    breach: "Breach by the protected side",
  },
} as const;
