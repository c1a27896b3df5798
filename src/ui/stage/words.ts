/** The few words the stage draws itself. English is only the default: the caller passes those of its catalogue. */
export interface StageWords {
  readonly you: string;
  readonly away: string;
  readonly adopted: string;
  readonly notAdopted: string;
}

export const ENGLISH: StageWords = {
  you: "You",
  away: "not at this table",
  adopted: "Adopted",
  notAdopted: "Not adopted",
};
