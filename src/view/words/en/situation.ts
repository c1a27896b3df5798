/** English of where a seat stands: advice, mandate, levers, its part in a phase, what is in force, what it can't do now. */
export const situation = {
  adviser: {
    nobody: "From what is public, nobody who is needed stands clearly against this text.",
    signs: "From what is public, {$name} is expected to sign this by the last round.",
    nothing:
      ".input {$chance :string} .match $chance unlikely {{From what is public, {$name} would hardly sign this even in the last round, and nothing that you may change now would be likely to win it.}} * {{From what is public, {$name} might not sign this even in the last round, and nothing that you may change now would make it likely.}}",
    step: ".input {$chance :string} .match $chance unlikely {{From what is public, {$name} would hardly sign this even in the last round. The smallest change likely to win it: {$changes :list} (for you {$gain :signed} points).}} * {{From what is public, {$name} might not sign this even in the last round. The smallest change that makes it likely: {$changes :list} (for you {$gain :signed} points).}}",
    alsoWins: "It would be likely to win also {$names :list}.",
    alsoLoses: "It might lose {$names :list}.",
  },

  /** Two voices of a seat that differ on a text, each with why. */
  voices: {
    worthIt:
      ".input {$chance :string} .match $chance unknown {{Your delegation would sign: it is worth {$gain :points} points more to you than walking away.}} unlikely {{Your delegation would sign: it is worth {$gain :points} points more to you than walking away, and agreement by the last round is unlikely.}} possible {{Your delegation would sign: it is worth {$gain :points} points more to you than walking away, and agreement by the last round is possible.}} * {{Your delegation would sign: it is worth {$gain :points} points more to you than walking away, and agreement by the last round is likely.}}",
    /** By less than is shown. */
    even: ".input {$chance :string} .match $chance unknown {{Your delegation would sign: it is worth as much to you as walking away.}} unlikely {{Your delegation would sign: it is worth as much to you as walking away, and agreement by the last round is unlikely.}} possible {{Your delegation would sign: it is worth as much to you as walking away, and agreement by the last round is possible.}} * {{Your delegation would sign: it is worth as much to you as walking away, and agreement by the last round is likely.}}",
    notWorthIt:
      ".input {$chance :string} .match $chance unknown {{Your delegation would not sign: walking away is worth {$loss :points} points more to you.}} unlikely {{Your delegation would not sign: walking away is worth {$loss :points} points more to you, and agreement by the last round is unlikely.}} possible {{Your delegation would not sign: walking away is worth {$loss :points} points more to you, though agreement by the last round is possible.}} * {{Your delegation would not sign: walking away is worth {$loss :points} points more to you, though agreement by the last round is likely.}}",
    keeps: "Your capital would sign: it breaks no limit of your mandate.",
    reserves:
      "Your capital would sign only with a reservation on {$label}: without one it breaks your mandate.",
    breaks: "Your capital would not sign: it breaks your mandate on {$labels :list}.",
  },

  /** How much longer a card lasts; `$next`: rounds after this one. */
  lasts: {
    forGood: "Lasts for good.",
    phase: "Lasts to the end of this phase.",
    rounds:
      ".input {$next :number} .match $next 0 {{Lasts for this round.}} 1 {{Lasts for this and the next round.}} * {{Lasts for this and the next {$next} rounds.}}",
  },

  /** Conditions on a text, as the end of a sentence. */
  conditions: {
    present: "“{$title}” is in the text",
    absent: "“{$title}” is not in the text",
    exactly: "{$label} is “{$option}”",
    atLeast: "{$label} is at least “{$option}”",
    atMost: "{$label} is at most “{$option}”",
    between: "{$label} is from “{$least}” to “{$most}”",
  },

  /** Limits of a mandate. */
  limits: {
    none: "{$label}: no limit.",
    atMost: "{$label}: at most “{$most}”.",
    atLeast: "{$label}: at least “{$least}”.",
    between: "{$label}: from “{$least}” to “{$most}”.",
    unless: {
      atMost: "{$label}: at most “{$most}”, unless {$conditions :list}.",
      atLeast: "{$label}: at least “{$least}”, unless {$conditions :list}.",
      between: "{$label}: from “{$least}” to “{$most}”, unless {$conditions :list}.",
    },
  },

  /** Why a lever can't be pulled now. */
  levers: {
    notYourTurn: "You can pull levers when you have the floor or when it is your turn.",
    usedUp: "You have used it as often as you may.",
    enough: "You have pulled {$most} levers in this round, which is all you may.",
    nobody: "There is nobody it could be aimed at.",
    when: "It can be pulled only while {$conditions :list}.",
  },

  /** What a seat does in a phase. */
  roles: {
    needed: "You have the floor in every round and vote; without your agreement there is no text.",
    speaker: "You have the floor in every round and vote.",
    voter: "You take the floor and vote on every amendment and on the text.",
    side: "You are a side: you offer, accept or walk away.",
    spokesperson:
      ".input {$others :number} .match $others one {{You speak for a delegation: you offer for it, and it votes before you may accept. It has {$others} other member.}} * {{You speak for a delegation: you offer for it, and it votes before you may accept. It has {$others} others.}}",
    member:
      "You are in the delegation that {$spokesperson} speaks for: you vote when it may accept an offer.",
    mediator: "You mediate: you propose or hold. What is agreed binds the sides, not you.",
    signatory: "Nobody at the table acts now. At home it is decided by: {$body}.",
    notAsked: "You signed nothing that would have to be approved: you wait.",
    observer: "You have no seat in this phase: you watch.",
  },

  inForce: {
    nothing: "No text has been agreed: everything stays as it was before.",
    stays:
      ".input {$signatories :number} .match $signatories one {{What was signed stays for its {$signatories} signatory.}} * {{What was signed stays for its {$signatories} signatories.}}",
    staysBut:
      ".input {$signatories :number} .input {$falls :number} .match $signatories $falls one one {{What was signed stays for its {$signatories} signatory, but {$falls} part falls back.}} one * {{What was signed stays for its {$signatories} signatory, but {$falls} parts fall back.}} * one {{What was signed stays for its {$signatories} signatories, but {$falls} part falls back.}} * * {{What was signed stays for its {$signatories} signatories, but {$falls} parts fall back.}}",
    approved:
      ".input {$all :number} .match $all one {{{$yes} of {$all} body at home approved it.}} * {{{$yes} of {$all} bodies at home approved it.}}",
    /** A part that was agreed and does not hold, without and with those whose consent it needs. */
    falls: "{$issue}: “{$agreed}” falls back to “{$instead}”.",
    fallsWithout: "{$issue}: “{$agreed}” needs {$needs :list} and falls back to “{$instead}”.",
    part: "{$title}: {$option}",
  },

  /** Why a draft can't be sent now. */
  obstacles: {
    offer: "You can make an offer when it is your turn.",
    amendment: "You can put it to the table when you have the floor.",
    nothing: "Change something first, or hold.",
    tooMany:
      ".input {$most :number} .match $most one {{An amendment changes at most {$most} thing. Take one back.}} * {{An amendment changes at most {$most} things. Take one back.}}",
  },

  /** A delegation by its spokesperson and the number of the others. */
  delegation: "{$name} +{$others}",
} as const;
