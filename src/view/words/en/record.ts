/** English of the record: every move in one sentence, ballots and what they were about. */
export const record = {
  amend: "{$who :start} proposes an amendment that {$changes :list}.",
  hold: "{$who :start} lets the text stand.",
  offer: "{$who :start} makes an offer that {$changes :list}.",
  accept: "{$who :start} accepts the offer that stands.",
  walkaway: "{$who :start} walks away. That ends the talks.",
  lever: "{$who :start} pulls a lever: {$title}.",
  leverAimed: "{$who :start} pulls a lever: {$title}, aimed at {$target}.",
  /** The reason behind a move. */
  why: "{$who :start}: {$why}.",
  notAccepted: "{$who :start} does not accept: {$why}.",

  /** How a round opens, by protocol; while drafting, by who speaks and what is open. */
  drawnText: "One of {$all} texts was drawn to begin with: {$changes :list}.",
  opens: {
    drafting: "Round {$round} opens {$issues :list}.",
    drawn:
      ".input {$count :number} .match $count one {{Round {$round} opens {$issues :list}. Besides the principals, {$drawn :list} takes the floor.}} * {{Round {$round} opens {$issues :list}. Besides the principals, {$drawn :list} take the floor.}}",
    talks: "Round {$round} of the talks opens.",
    ratification: "What was signed goes home to be approved.",
  },
  /** The same with the event that came with it. */
  news: "News: {$title}. {$opening}",
  newsAbout: "News: {$title}; it concerns {$target}. {$opening}",

  question: { offer: "The offer that stands", text: "The whole text as it stands" },
  ballot: {
    adopted:
      "The text is adopted: {$yes :number} for, {$no :number} against, {$abstaining :number} abstaining.",
    notAdopted:
      "The text is not adopted: {$yes :number} for, {$no :number} against, {$abstaining :number} abstaining.",
    carried:
      "The amendment is carried: {$yes :number} for, {$no :number} against, {$abstaining :number} abstaining.",
    failed:
      "The amendment fails: {$yes :number} for, {$no :number} against, {$abstaining :number} abstaining.",
    accepts:
      "The delegation led by {$who} accepts: {$yes :number} for, {$no :number} against, {$abstaining :number} abstaining.",
    refuses:
      "{$who :start} can't accept for its delegation: {$yes :number} for, {$no :number} against, {$abstaining :number} abstaining.",
  },
  /** Votes for that the forecast expected, and those that came; who waits has said that it hopes for more. */
  foreseen:
    ".input {$waiting :number} .match $waiting 0 {{Expected about {$expected} for, came {$came}.}} one {{Expected about {$expected} for, came {$came}: {$waiting} is waiting for more.}} * {{Expected about {$expected} for, came {$came}: {$waiting} are waiting for more.}}",
  /** Below the stage, after the question. */
  reaction: {
    adopted:
      "The text is adopted: {$yes :number} for, {$no :number} against, {$abstaining :number} abstaining.",
    notAdopted:
      "The text is not adopted: {$yes :number} for, {$no :number} against, {$abstaining :number} abstaining.",
    carried: "Carried: {$yes :number} for, {$no :number} against, {$abstaining :number} abstaining.",
    failed: "Not carried: {$yes :number} for, {$no :number} against, {$abstaining :number} abstaining.",
  },
} as const;
