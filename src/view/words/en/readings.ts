/** English of the four readings of a result. */
export const readings = {
  title: "Four ways to read it",
  names: {
    mandate: "Fit with your mandate",
    worth: "Worth to your seat",
    strength: "Strength of the text",
    unity: "Unity",
  },
  mandate: {
    none: "Your mandate sets no limits.",
    unsigned: "You signed nothing, so your mandate is not in question.",
    kept: ".input {$limits :number} .match $limits one {{What you signed keeps the one limit of your mandate.}} * {{What you signed keeps all {$limits} limits of your mandate.}}",
    broken:
      ".input {$limits :number} .match $limits one {{What you signed breaks the one limit of your mandate.}} * {{What you signed breaks {$broken} of the {$limits} limits of your mandate.}}",
    /** After one of these, where what is in force is not what was signed. */
    inForceKept:
      ".input {$limits :number} .match $limits one {{What is in force now keeps it.}} * {{What is in force now keeps them all.}}",
    inForceBroken:
      ".input {$limits :number} .match $limits one {{What is in force now breaks it.}} * {{What is in force now breaks {$broken} of them.}}",
  },
  worth:
    "{$worth :points} points; walking away was {$walkAway :points}, the best within your mandate {$best :points}.",
  strength: {
    drafting:
      ".input {$up :number} .input {$added :number} .match $up $added one one {{Against the opening draft: {$up} issue stronger, {$down} weaker; {$added} clause added, {$removed} taken out.}} one * {{Against the opening draft: {$up} issue stronger, {$down} weaker; {$added} clauses added, {$removed} taken out.}} * one {{Against the opening draft: {$up} issues stronger, {$down} weaker; {$added} clause added, {$removed} taken out.}} * * {{Against the opening draft: {$up} issues stronger, {$down} weaker; {$added} clauses added, {$removed} taken out.}}",
    talks:
      ".input {$up :number} .input {$added :number} .match $up $added one one {{Against what was in force before: {$up} issue stronger, {$down} weaker; {$added} clause added, {$removed} taken out.}} one * {{Against what was in force before: {$up} issue stronger, {$down} weaker; {$added} clauses added, {$removed} taken out.}} * one {{Against what was in force before: {$up} issues stronger, {$down} weaker; {$added} clause added, {$removed} taken out.}} * * {{Against what was in force before: {$up} issues stronger, {$down} weaker; {$added} clauses added, {$removed} taken out.}}",
    none: "There is no common text.",
  },
  unity: {
    signed:
      ".input {$reserved :number} .match $reserved 0 {{{$signed} of {$all} signed, none with a reservation.}} * {{{$signed} of {$all} signed, {$reserved} with a reservation.}}",
    lastBallot: "In the last vote on the text, {$yes :number} were for and {$no :number} against.",
    noVote: "The text as a whole was never voted on.",
    /** Of talks without agreement, by how many sides stood behind the last offer. */
    offer:
      ".input {$bound :number} .match $bound 0 {{At the end none of the {$sides} sides was bound to the offer that stood.}} one {{At the end {$bound} of the {$sides} sides was bound to the offer that stood.}} * {{At the end {$bound} of the {$sides} sides were bound to the offer that stood.}}",
    noOffer: "Nobody made an offer.",
  },
} as const;
