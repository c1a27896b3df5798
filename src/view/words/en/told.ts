/** English of what a seat is told: moves, votes and reasons, cards, ends. A long list, because a catalogue is read in one piece. */
export const told = {
  beats: {
    news: "News",
    floor: "Floor",
    ballot: "Ballot",
    adoption: "Adoption",
    turn: "Offers",
    council: "Ballot of a delegation",
    ratification: "Ratification",
    ended: "Debrief",
  },
  choices: { for: "For", against: "Against", abstain: "Abstain" },
  list: "{$items :list}",
  points: "{$points :points}",
  signed: "{$points :signed}",
  day: "{$date :day}",
  atStart: "{$words :start}",

  /** What an amendment asks for, after the name of who asks. */
  changes: {
    adds: "adds “{$title}”",
    takesOut: "takes out “{$title}”",
    raises: "raises {$label} to “{$option}”",
    lowers: "lowers {$label} to “{$option}”",
    nothing: "leaves everything as it is",
  },
  changesAlone: "{$changes :list start=yes}",
  /** The same about your own draft. */
  draft: {
    adds: "add the clause “{$title}”",
    takesOut: "take out the clause “{$title}”",
    raises: "raise {$label} to “{$option}”",
    lowers: "lower {$label} to “{$option}”",
    nothing: "You leave the text as it stands.",
    whole: "You {$changes :list}.",
  },
  turn: {
    parliaments: "The text is with the parliaments.",
    opens: "Round {$round} is about to open.",
    yours: "You have the floor.",
    theirs: "{$who :start} has the floor.",
    text: "The whole text is put to the vote.",
    council: "The delegation led by {$who} votes on the offer that stands.",
    yourMotion: "Your amendment is put to the vote.",
    forYourMotion: "Your amendment is put to the vote. You are for it; all others are asked.",
    motion: "The amendment of {$who} is put to the vote.",
  },

  theText: "the text",
  /** Why one party acted as it did, as the end of a sentence. */
  reason: {
    "above-mandate": "{$about} goes beyond its mandate",
    "below-mandate": "{$about} stays below its mandate",
    "clause-missing": "it needs the clause “{$clause}”",
    better: "it prefers this on {$about}",
    worse: "it loses on {$about}",
    indifferent: "it hardly matters to it",
    "within-mandate": "this brings the text closer to its mandate",
    adoptable: "this brings in others who are needed",
    "not-adoptable": "this would cost others who are needed",
    "too-little": "it still hopes for more on {$about}",
    enough: "the text is good enough",
    "beats-no-agreement": "the text is better than no agreement",
    "nothing-to-add": "it has nothing to add",
    presses: "this may bring others closer to the text it hopes for",
  },
  /** The same of yourself. */
  ownReason: {
    "above-mandate": "{$about} goes beyond your mandate",
    "below-mandate": "{$about} stays below your mandate",
    "clause-missing": "you need the clause “{$clause}”",
    better: "you prefer this on {$about}",
    worse: "you lose on {$about}",
    indifferent: "it hardly matters to you",
    "within-mandate": "this brings the text closer to your mandate",
    adoptable: "this brings in others who are needed",
    "not-adoptable": "this would cost others who are needed",
    "too-little": "you still hope for more on {$about}",
    enough: "the text is good enough",
    "beats-no-agreement": "the text is better than no agreement",
    "nothing-to-add": "you have nothing to add",
    presses: "this may bring others closer to the text you hope for",
  },
  /** The same of several parties. */
  sharedReason: {
    "above-mandate": "{$about} goes beyond their mandates",
    "below-mandate": "{$about} stays below their mandates",
    "clause-missing": "they need the clause “{$clause}”",
    better: "they prefer this on {$about}",
    worse: "they lose on {$about}",
    indifferent: "it hardly matters to them",
    "within-mandate": "this brings the text closer to their mandates",
    adoptable: "this brings in others who are needed",
    "not-adoptable": "this would cost others who are needed",
    "too-little": "they still hope for more on {$about}",
    enough: "the text is good enough",
    "beats-no-agreement": "the text is better than no agreement",
    "nothing-to-add": "they have nothing to add",
    presses: "this may bring others closer to the text they hope for",
  },
  /** A vote without a reason and with one; of one party. */
  vote: {
    reserved: "{$who :start} agreed, with a reservation on {$label}.",
    bare: {
      for: "{$who :start}: for.",
      against: "{$who :start}: against.",
      abstain: "{$who :start}: abstain.",
    },
    for: "{$who :start} voted for: {$why}.",
    against: "{$who :start} voted against: {$why}.",
    abstain: "{$who :start} abstained: {$why}.",
  },
  /** The same of several. */
  votes: {
    others: ".input {$count :number} .match $count one {{{$count} other}} * {{{$count} others}}",
    bare: {
      for: "{$who :list start=yes} voted for.",
      against: "{$who :list start=yes} voted against.",
      abstain: "{$who :list start=yes} abstained.",
    },
    for: "{$who :list start=yes} voted for: {$why}.",
    against: "{$who :list start=yes} voted against: {$why}.",
    abstain: "{$who :list start=yes} abstained: {$why}.",
  },

  ending: {
    adopted: "The text was adopted in round {$round}.",
    agreed: "An agreement was reached in round {$round}.",
    deadline:
      ".input {$rounds :number} .match $rounds one {{No text was adopted in {$rounds} round.}} * {{No text was adopted in {$rounds} rounds.}}",
    noAgreement:
      ".input {$rounds :number} .match $rounds one {{No agreement was reached in {$rounds} round.}} * {{No agreement was reached in {$rounds} rounds.}}",
    walkedAway: "{$name :start} walked away in round {$round}.",
    youWalked: "You walked away in round {$round}.",
    ratified:
      ".input {$all :number} .match $all one {{At home, {$yes} of {$all} body approves what was signed.}} * {{At home, {$yes} of {$all} bodies approve what was signed.}}",
    nothing: "There was nothing to ratify.",
    noneRefused: "None refused.",
    notApproved: "Not approved in {$names :list}.",
    signed: "{$signed} of {$asked} signed.",
    signedReserved: "{$signed} of {$asked} signed, {$reserved} with a reservation.",
    notSigned: "Not signed by {$names :list}.",
    youDidNot: "You did not sign, so it does not bind you.",
  },

  effects: {
    everybody: "everybody",
    everyIssue: "every issue",
    clause: "the clause “{$title}”",
    options: "{$labels :list} on {$title}",
    option: "“{$label}”",
    inText: "“{$title}” in the text",
    outOfText: "“{$title}” left out",
    group:
      ".input {$count :number} .match $count one {{the {$count} party of the group “{$name}”}} * {{the {$count} parties of the group “{$name}”}}",
    bloc: ".input {$count :number} .match $count one {{the {$count} party of the bloc “{$name}”}} * {{the {$count} parties of the bloc “{$name}”}}",
    others: ".input {$count :number} .match $count one {{{$count} other}} * {{{$count} others}}",
    points:
      ".input {$size :number} .match $size 1 {{{$points :signed} point}} * {{{$points :signed} points}}",
    share: "{$percent :signed} %",
    weight: {
      more: "More is at stake for {$who} on {$issue} ({$points}).",
      less: "Less is at stake for {$who} on {$issue} ({$points}).",
    },
    value: {
      more: "For {$who}, more speaks for {$what} ({$shares :list} of what the issue weighs).",
      less: "For {$who}, less speaks for {$what} ({$shares :list} of what the issue weighs).",
    },
    limits: {
      further:
        ".input {$steps :number} .match $steps 1 {{{$who :start} may go one option further on {$issue}.}} 2 {{{$who :start} may go two options further on {$issue}.}} 3 {{{$who :start} may go three options further on {$issue}.}} * {{{$who :start} may go {$steps} options further on {$issue}.}}",
      lessFar:
        ".input {$steps :number} .match $steps 1 {{{$who :start} must stop one option earlier on {$issue}.}} 2 {{{$who :start} must stop two options earlier on {$issue}.}} 3 {{{$who :start} must stop three options earlier on {$issue}.}} * {{{$who :start} must stop {$steps} options earlier on {$issue}.}}",
      settles:
        ".input {$steps :number} .match $steps 1 {{{$who :start} may settle for one option less on {$issue}.}} 2 {{{$who :start} may settle for two options less on {$issue}.}} 3 {{{$who :start} may settle for three options less on {$issue}.}} * {{{$who :start} may settle for {$steps} options less on {$issue}.}}",
      insists:
        ".input {$steps :number} .match $steps 1 {{{$who :start} must get one option more on {$issue}.}} 2 {{{$who :start} must get two options more on {$issue}.}} 3 {{{$who :start} must get three options more on {$issue}.}} * {{{$who :start} must get {$steps} options more on {$issue}.}}",
    },
    clauseLimits: {
      further: "{$who :start} may now accept {$clause}.",
      lessFar: "{$who :start} can no longer accept {$clause}.",
      settles: "{$who :start} may now do without {$clause}.",
      insists: "{$who :start} must now have {$clause}.",
    },
    noAgreement: {
      more: "No agreement is worth more to {$who} ({$points}).",
      less: "No agreement is worth less to {$who} ({$points}).",
    },
    approval: {
      more: ".input {$size :number} .match $size 1 {{Approval at home gets more likely for {$who} ({$percent :signed} percentage point).}} * {{Approval at home gets more likely for {$who} ({$percent :signed} percentage points).}}",
      less: ".input {$size :number} .match $size 1 {{Approval at home gets less likely for {$who} ({$percent :signed} percentage point).}} * {{Approval at home gets less likely for {$who} ({$percent :signed} percentage points).}}",
    },
    approvalIf: {
      more: ".input {$size :number} .match $size 1 {{Approval at home gets more likely for {$who} ({$percent :signed} percentage point), if {$conditions :list}.}} * {{Approval at home gets more likely for {$who} ({$percent :signed} percentage points), if {$conditions :list}.}}",
      less: ".input {$size :number} .match $size 1 {{Approval at home gets less likely for {$who} ({$percent :signed} percentage point), if {$conditions :list}.}} * {{Approval at home gets less likely for {$who} ({$percent :signed} percentage points), if {$conditions :list}.}}",
    },
    reveal: "Everybody learns how far {$who} may go on {$issue}.",
    balance: {
      up: "The balance of power shifts against {$name}.",
      down: "The balance of power shifts towards {$name}.",
    },
    world: {
      unity: { up: "Unity of those who sign grows.", down: "Unity of those who sign weakens." },
      tension: { up: "Tension rises.", down: "Tension falls." },
      powerShift: {
        up: "The balance of power shifts against the side to be protected.",
        down: "The balance of power shifts towards the side to be protected.",
      },
      capability: { up: "The means to deter an attack grow.", down: "The means to deter an attack shrink." },
      communication: {
        up: "Warnings to the other side become clearer.",
        down: "Warnings to the other side become less clear.",
      },
    },
  },
} as const;
