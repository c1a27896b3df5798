/** The few words the stage draws itself. English is only the default: the caller passes those of its catalogue. */
import { futureWords } from "../../view/futures.ts";
import type { Decision, SideStatus } from "../../view/stage.ts";

export interface StageWords {
  readonly you: string;
  readonly away: string;
  readonly adopted: string;
  readonly notAdopted: string;
  readonly agreed: string;
  readonly notAgreed: string;
  /** The heading of the text that lies on the table as somebody's offer. */
  readonly offer: (name: string) => string;
  /** How a side stands to it; `turn`: it is to act. */
  readonly side: Readonly<Record<SideStatus | "turn", string>>;
  readonly body: Readonly<Record<Decision, string>>;
  readonly undecided: (bodies: number) => string;
  readonly approved: (approved: number, bodies: number) => string;
  readonly nothing: string;
  readonly share: (share: number) => string;
  readonly holding: string;
  readonly years: string;
}

export const ENGLISH: StageWords = {
  you: "You",
  away: "not at this table",
  adopted: "Adopted",
  notAdopted: "Not adopted",
  agreed: "Agreed",
  notAgreed: "No agreement",
  offer: (name) => `Offer: ${name}`,
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
  undecided: (bodies) => (bodies === 1 ? "1 has still to decide" : `${bodies} have still to decide`),
  approved: (approved, bodies) => `${approved} of ${bodies} ${bodies === 1 ? "has" : "have"} approved`,
  nothing: "Nothing to ratify",
  share: futureWords.share,
  holding: futureWords.holding,
  years: futureWords.years,
};
