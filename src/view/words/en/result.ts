/** English of the result page, by component: a long list, because a catalogue is read in one piece. */
export const result = {
  /** ui/result/aftermath.tsx */
  aftermath: {
    title: {
      agreement: "Did it hold?",
      mandate: "What would hold?",
      none: "What would hold without a text?",
    },
    share: "{$share :share}",
    ends: "How the futures end",
    asItIs: "As it is",
    switched: "With your switches",
    weakest: "The weakest link of deterrence here is {$name}.",
    links: { capability: "capability", credibility: "credibility", communication: "communication" },
    expected:
      "About {$expected} in 10 of the signatories, counted by weight, are expected to ratify. Least certain at home: {$names :list}.",
    decided: "At home, {$passed} of {$all} bodies have approved it.",
    nobody: "Nobody signed, so there is nothing to ratify.",
    switches: "What if …",
    scenario: "As in the scenario",
    ratification: "Ratification",
    none: "Nobody ratifies",
    all: "Everybody ratifies",
    lens: "How far the other side reads protection as a threat",
    lenses: { "0": "Not at all", "0.5": "Partly", "1": "Fully" },
    monitoring: "Monitoring",
    model: "The model on trial",
    term: "{$literature}. Contested: {$contested}.",
    notice:
      "Weights are chosen for teaching; they are not estimates. Compare futures with each other, not with the world.",
  },
  /** ui/result/blocTable.tsx */
  blocTable: { bloc: "Bloc", nobody: "–" },
  /** ui/result/fanChart.tsx */
  fanChart: {
    title: "Share of futures that still hold",
    year: "{$year}",
    years: "Years",
    asItIs: "As it is",
    switched: "With your switches",
    share: "{$share :share}",
    table: "The same as a table",
  },
  /** ui/result/result.tsx */
  result: {
    inForceAgreed: "What is in force is the text below, for those who signed it.",
    legitimate: "Not to agree is a possible result of a negotiation. This is what is in force now:",
    seed: "Seed {$seed}: the same seed and the same decisions give the same game.",
  },
  /** ui/result/resultBallots.tsx */
  resultBallots: {
    title: "The ballots",
    rounds: "The rounds",
    round: "Round {$round}",
    ballots: "Ballots of round {$round}",
    back: "Go back to round {$round}",
    wentBack: "You are at the beginning of round {$round} again.",
    question: "Question",
    by: "Proposed by",
    result: "Result",
    carried: "carried",
    failed: "not carried",
    adopted: "adopted",
    notAdopted: "not adopted",
    votes: "All votes and reasons",
  },
  /** ui/result/resultBodies.tsx */
  resultBodies: {
    title: "Who approved at home",
    yes: "Approved",
    no: "Not approved",
    counts:
      "The text stays what it is. How much it binds in the end counts by the share that approved, by weight.",
  },
  /** ui/result/resultChanges.tsx */
  resultChanges: {
    changes: "How the text changed",
    none: "No amendment was carried.",
    round: "Round",
    by: "By",
    change: "Change",
    worth: "For you",
    sum: "The sum can differ from the total where issues depend on each other or the text was not adopted.",
  },
  /** ui/result/resultCourse.tsx */
  resultCourse: {
    steps: "The course",
    kept: "What was signed before stays in force.",
    nothing: "Nothing was signed before.",
    agreed: "What is in force is what was agreed last, for those who signed it.",
    legitimate: "Not to agree is a possible result of a negotiation, and is looked at here in the same way.",
  },
  /** ui/result/resultHead.tsx */
  resultHead: {
    seat: "{$scenario}, seat of {$seat}",
    again: "Play again",
    leave: "To the start page",
    save: "Save file",
    link: "Copy link",
    undo: "Undo my last decision",
  },
  /** ui/result/resultInForce.tsx */
  resultInForce: {
    title: "What is in force now",
    agreed: "What was agreed last is in force as it was agreed.",
    binds: "It binds {$names}.",
    you: "You have signed it.",
    notYou: "You have not signed it, so it does not bind you.",
  },
  /** ui/result/resultOffers.tsx */
  resultOffers: {
    title: "The offers",
    none: "Nobody made an offer.",
    count:
      ".input {$count :number} .match $count one {{{$count} offer in all.}} * {{{$count} offers in all.}}",
    lastOne: "The last came from {$by} in round {$round}: {$gain} points for you against failing.",
    all: "Every offer and what it changed",
    round: "Round",
    by: "By",
    change: "Against the offer before it, or what was in force",
    worth: "Against failing, for you",
    agreed: "agreed",
    last: "stood at the end",
  },
  /** ui/result/resultSignatories.tsx */
  resultSignatories: {
    title: "Who signed",
    table: "Signatures by bloc",
    signed: "Signed",
    reserved: "Signed with a reservation",
    objected: "Voted against",
    abstained: "Abstained",
    on: "{$name} (on {$label})",
    unity:
      ".input {$count :number} .match $count one {{Unity {$after}, from {$before}: {$count} reservation came off it.}} * {{Unity {$after}, from {$before}: {$count} reservations came off it.}}",
  },
  /** ui/result/resultDebrief.tsx */
  resultDebrief: {
    later: "What was said later",
    laterLead:
      "In play, positions were told as they were known up to {$date}. This was said on the day and after, and could not be told before.",
    count: ".input {$count :number} .match $count one {{{$count} statement}} * {{{$count} statements}}",
    before: "Known in play:",
    after: "Later:",
    nothingBefore: "Nothing was known in play.",
    models: "What the cards are modelled on",
    modelsLead: "Events and levers are exercises. What each is modelled on, and what is disputed about it:",
    cards: ".input {$count :number} .match $count one {{{$count} card}} * {{{$count} cards}}",
  },
  /** ui/result/resultText.tsx */
  resultText: {
    title: { agreement: "The text", none: "The last draft on the table" },
    caption: "Level issues, from the opening draft to the result",
    clausesTitle: "Clauses",
    clausesTold: ".input {$count :number} .match $count one {{{$count} clause}} * {{{$count} clauses}}",
    issue: "Issue",
    clause: "Clause",
    opening: "Opening draft",
    final: { agreement: "Adopted text", none: "Last draft (not adopted)" },
    talks: {
      title: { agreement: "What was agreed", none: "The last offer" },
      opening: "In force before",
      final: { agreement: "Agreed text", none: "Last offer (not agreed)" },
      rest: ".input {$count :number} .match $count one {{{$count} other part is as they were before the talks.}} * {{{$count} other parts are as they were before the talks.}}",
      same: "Nothing differs from what was in force before.",
    },
    real: "What really happened",
    difference: "Against reality",
    same: "same",
    steps: {
      stronger:
        ".input {$steps :number} .match $steps one {{{$steps} step stronger}} * {{{$steps} steps stronger}}",
      weaker:
        ".input {$steps :number} .match $steps one {{{$steps} step weaker}} * {{{$steps} steps weaker}}",
    },
    inText: "in",
    notInText: "out",
    onlyHere: "only here",
    onlyThere: "only in reality",
    fullWords: "The words of the text",
    realTitle: "The real outcome",
    distance:
      ".input {$steps :number} .input {$clauses :number} .match $steps $clauses one one {{This text is {$steps} step away from it over the level issues, and {$clauses} clause differs.}} one * {{This text is {$steps} step away from it over the level issues, and {$clauses} clauses differ.}} * one {{This text is {$steps} steps away from it over the level issues, and {$clauses} clause differs.}} * * {{This text is {$steps} steps away from it over the level issues, and {$clauses} clauses differ.}}",
    readings: "Why it came so: readings side by side",
    readingsLead: "The causes are contested. Each reading is given in the words of those who hold it.",
    caution: "It is one outcome of a real negotiation, not the right answer.",
  },
  /** ui/result/resultWorth.tsx */
  resultWorth: {
    title: "What it is worth to you",
    bar: "In force now",
    what: "Outcome",
    value: "Points",
    walkAway: "Walking away",
    batna: "(BATNA)",
    opening: "The opening draft",
    never: "If nothing had ever been agreed",
    now: "What is in force now",
    best: "The best within your mandate",
    real: "The real outcome, in your seat’s points",
    reserved: "Your reservation on {$label} is regarded.",
    levers: "Your levers have cost (already taken off)",
  },
} as const;
