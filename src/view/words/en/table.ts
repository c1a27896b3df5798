/** English of the table screen, by component: a long list, because it is one screen and one catalogue. */
export const table = {
  /** ui/table/adviserPanel.tsx */
  adviserPanel: {
    title: "Adviser",
    attempt: "Try it in your draft",
    ask: "What would it take for",
    nearest: "the nearest that must agree",
    needed: "Must agree",
    others: "Others at the table",
    voices: "Two voices on the text",
  },
  /** ui/table/bar.tsx */
  bar: {
    adopted: "The text is adopted",
    ended: { agreement: "An agreement is reached", walkaway: "The talks have ended", deadline: "Time is up" },
    endedText: "See what was agreed, who moved it, and what it is worth to you.",
    result: "See the result",
  },
  /** ui/table/blocs.tsx */
  blocs: {
    blocs: "Blocs and states",
    others: ".input {$total :number} .match $total one {{{$total} other:}} * {{{$total} others:}}",
    unbounded: "their objections don’t block.",
    tooMany:
      ".input {$allowed :number} .match $allowed 0 {{none may object: {$over} too many.}} * {{{$allowed} may object: {$over} too many.}}",
    atTheLine:
      ".input {$allowed :number} .match $allowed 0 {{none may object: one more would block it.}} * {{{$allowed} may object: one more would block it.}}",
    below: ".input {$allowed :number} .match $allowed 0 {{none may object.}} * {{{$allowed} may object.}}",
    counts: "{$yes} for, {$leaning} leaning, {$no} against",
    worry: "main worry: {$what}",
    key: { for: "for", leaning: "leaning", against: "against" },
  },
  /** ui/table/dialogs.tsx */
  dialogs: {
    sources: "Sources",
    help: "How this works",
    levers: "Your levers",
    walkaway: "Walk away?",
    walkawayText: "Your agreement is required: if you walk away, the talks end here, for everybody.",
    mediatorText: "If you stop mediating, the talks end here, for everybody.",
    worth: {
      text: "That is worth {$walkAway} points to you; the text as it stands, {$text}.",
      signed: "That is worth {$walkAway} points to you; the text as it was signed, {$text}.",
      offer: "That is worth {$walkAway} points to you; the offer that stands, {$text}.",
      force: "That is worth {$walkAway} points to you. No offer stands.",
    },
    stay: "Stay at the table",
    go: "Walk away and end the talks",
    link: "Link to this game",
    linkText: "Copy this address. It contains the whole game; nothing is sent anywhere.",
    longLink:
      "This link has {$length :number} characters, and many mail and chat programs cut links after {$longest :number}. Save the game to a file and send that.",
    saveInstead: "Save file",
    copyLong: "Copy the link all the same",
    showLong: "Show the link",
  },
  /** ui/table/floorBar.tsx */
  floorBar: {
    title: "You have the floor",
    worth: "{$points} points for you.",
    adoption: "Adoption by the last round would be",
    propose: "Put this to the table",
    hold: "Hold",
  },
  /** ui/table/forecast.tsx */
  forecast: {
    title: { motion: "Forecast for the amended text", draft: "Forecast for your draft", text: "Forecast" },
    tonight: "Adopted in this round:",
    thisRound: "Agreed in this round:",
    final: "By the last round:",
    ballot:
      ".input {$for :number} .input {$against :number} {{The ballot on it: about {$for} for, {$against} against.}}",
    required: "Must agree",
    you: "your own vote",
    basis: "Computed from what was said and done in public only.",
    numbers: "Numbers",
    party: "Delegation",
    chance: "Estimated support",
    percent: "{$share :share}",
    wholeTonight: "All together, in this round",
    wholeFinal: "All together, by the last round",
    pivots: "Nearest to the line: {$names}.",
  },
  /** ui/table/handOver.tsx */
  handOver: { give: "Let an agent play for me", take: "Take the seat back" },
  /** ui/table/header.tsx */
  header: {
    asOf: "positions as stated up to {$date}",
    round: "Round {$round} of {$rounds}",
    phases: "Phases",
    between: "Between two phases",
    beats: "Beats of this round",
    tools: "Tools",
    sources: "Sources",
    help: "Help",
    undo: "Undo",
    save: "Save file",
    link: "Copy link",
    leave: "Leave",
  },
  /** ui/table/help.tsx */
  help: {
    round: "A round",
    news: "News: the round opens some issues, with the clauses that belong to them.",
    event: "An event may come with it; what it changes is shown in the middle.",
    levers: "When it is your turn you may also pull levers; a pull does not end your turn.",
    floor:
      ".input {$drawn :number} .match $drawn 0 {{Floor: {$principals :list} speak in turn.}} one {{Floor: {$principals :list} speak in every round, {$drawn} other is drawn by chance.}} * {{Floor: {$principals :list} speak in every round, {$drawn} others are drawn by chance.}}",
    speech:
      ".input {$most :number} .match $most 1 {{A speaker holds, or proposes an amendment of one change.}} 3 {{A speaker holds, or proposes an amendment of one to three changes.}} * {{A speaker holds, or proposes an amendment of up to {$most} changes.}}",
    /** `$proposer`: votes, or is for it without being asked. */
    ballot:
      ".input {$proposer :string} .match $proposer votes {{Ballot: all delegations vote on each amendment. If it is carried, the text changes.}} * {{Ballot: who proposes an amendment is for it, and all others vote on it. If it is carried, the text changes.}}",
    adoption:
      "Adoption: at the end of the round all vote on the whole text. Once it is adopted, the game ends.",
    talks:
      "The sides act in turn: each offers a text, accepts the one that stands, or walks away. A new offer releases all others. A delegation accepts when its own ballot carries; a mediator proposes and signs nothing.",
    agreement:
      "There is an agreement when every side is bound to the same offer. It ends without one after the last round, or when a side walks away.",
    ratification:
      "What was signed goes home. Of each signatory, chance says whether its body approves; nobody at the table acts.",
    decisions: "What decides",
    fail: "What is in force if we fail",
    numbers: "What the numbers mean",
    points:
      "Points say how much a text is worth to your seat, in your seat’s own points. They can’t be compared between seats. They are teaching parameters, not measurements.",
    forecast:
      "The forecast uses only what delegations have said in public and how they have voted here. It can be wrong: others have limits that nobody has seen yet.",
    adviser:
      "The adviser says what it would take to win a delegation: the fewest changes, and of those the ones that cost you least. Choose whom to ask about; it knows no more than the forecast. Where what a text is worth and what your mandate allows differ, your delegation and your capital both speak.",
    terms: "Terms",
  },
  /** ui/table/inForcePanel.tsx */
  inForcePanel: {
    title: "If we fail",
    meanwhile: "In force meanwhile",
    worth: "{$worth} points to you.",
    rival: {
      text: "The text on the table: {$gap} against it.",
      offer: "The offer that stands: {$gap} against it.",
    },
    none: "No offer stands.",
  },
  /** ui/table/issue.tsx */
  issue: {
    stands: "stands now",
    proposed: "proposed now",
    beyond: "beyond your mandate",
    changed: "you changed this",
    worth: "{$points} for you",
    same: "no change for you",
    add: "{$points} if added",
    remove: "{$points} if taken out",
    clauses: "Clauses",
    clausesOf: "Clauses: {$label}",
    inText: "in the text",
    needs: "needs {$names}",
  },
  /** ui/table/levers.tsx */
  levers: {
    levers: ".input {$left :number} .match $left 0 {{Levers (none left)}} * {{Levers ({$left} left)}}",
    lead: "Pulling a lever does not end your turn.",
    left: ".input {$left :number} .match $left 0 {{You may pull no more in this round.}} 1 {{You may pull one more in this round.}} * {{You may pull {$left} more in this round.}}",
    spent:
      "Your pulls have cost you {$cost :points} points so far; that is taken off what the result is worth to you.",
    cost: ".input {$cost :number} .match $cost 0 {{It costs you nothing.}} one {{It costs you {$cost :points} point.}} * {{It costs you {$cost :points} points.}}",
    uses: ".input {$left :number} .input {$uses :number} .match $left $uses 0 * {{You can't pull it again.}} * 1 {{You may pull it once.}} * * {{{$left} of {$uses} uses left.}}",
    aim: "Aim it at",
    pull: "Pull this lever",
    which: ": {$title}",
    done: ".input {$left :number} .match $left 0 {{Done. You keep your turn. You may pull no more in this round.}} 1 {{Done. You keep your turn. You may pull one more in this round.}} * {{Done. You keep your turn. You may pull {$left} more in this round.}}",
  },
  /** ui/table/news.tsx */
  news: {
    news: "News: {$title}",
    onTable: "On the table",
    count: ".input {$count :number} .match $count one {{{$count} card}} * {{{$count} cards}}",
    /** Who played a card; `yours` concerns you. */
    theirs: { event: "News", pulled: "{$by :start}", aimed: "{$by :start}, aimed at {$target}" },
    yours: {
      event: "News · concerns you",
      pulled: "{$by :start} · concerns you",
      aimed: "{$by :start}, aimed at {$target} · concerns you",
    },
  },
  /** ui/table/faultBar.tsx */
  faultBar: {
    title: "The agent of {$seat} broke the rules",
    kept: "Its act was not played, and the game stands still. Nothing is lost: decide for this seat yourself, or leave its chair empty. It then says nothing, abstains, and in talks offers what is in force.",
    details: "What it did",
    person: "Decide for {$seat}",
    nobody: "Leave the chair empty",
  },
  /** ui/table/otherDeeds.tsx */
  otherDeeds: {
    start: "Start from",
    asItStands: "The text as it stands",
    ideal: "Your ideal on the open issues, within your mandate",
    last: "Your last draft",
  },
  /** ui/table/otherSeat.tsx */
  otherSeat: {
    title: "It is the turn of {$seat}",
    held: "Another person holds this seat: hand over the screen, or let an agent play it from now on. Whoever sits down reads the seat's confidential brief.",
    ballot: "Votes are kept once all of a ballot are cast: if you leave before, they are asked for again.",
    sit: "Sit down for {$seat}",
    agent: "Let an agent play it",
  },
  /** ui/table/phaseCard.tsx */
  phaseCard: {
    means: "What that means",
    walkAway: "Your {#term}walk-away{/term}",
    before: "Before",
    now: "Now",
    points: "{$value} points",
    moved: "{$gap}: from now on every offer is measured against this.",
    same: "It has not moved: what is in force is worth the same to you.",
    next: "Next",
    yours: "You there",
    over: "This phase is over",
    read: "Read how it ended and what it means. {$next} is next; the others wait for you.",
    goOn: "Go on",
  },
  /** ui/table/reactionBox.tsx */
  reactionBox: { title: "Last ballot", by: "{$name}:" },
  /** ui/table/recordPanel.tsx */
  recordPanel: {
    title: "Record",
    empty: "Nothing has happened yet.",
    round: "Round {$round}",
    behind: { votes: "Who voted how, and why", why: "Why", card: "What it changes" },
    many: "{$count} moves.",
  },
  /** ui/table/sources.tsx */
  sources: {
    count:
      ".input {$shown :number} .match $shown one {{{$shown} source. Positions are reported, not endorsed.}} * {{{$shown} sources. Positions are reported, not endorsed.}}",
    later:
      ".input {$hidden :number} .match $hidden one {{{$hidden} more appears with the result: it tells how it really ended.}} * {{{$hidden} more appear with the result: they tell how it really ended.}}",
  },
  /** ui/table/stageBox.tsx */
  stageBox: {
    title: "The table",
    missing: "The picture is not available now. Everything in it is also written here.",
  },
  /** ui/table/stateCard.tsx */
  stateCard: {
    stance: "On this text:",
    worry: "Main worry: {$what}.",
    away: "It has positions, but no seat at this table.",
    yours: "This is your seat.",
    claims: "What it has said",
    noClaims: "No public statement on these issues is on record here.",
  },
  /** ui/table/table.tsx */
  table: {
    asks: {
      speech: "You have the floor.",
      motion: "Vote on the amendment.",
      text: "Vote on the whole text.",
      offer: "It is your turn to offer, to accept or to walk away.",
      council: "Your delegation votes on the offer that stands.",
    },
    ended: "The game has ended.",
    over: "This phase is over.",
    parts: "Parts of this screen",
    part: { text: "Text", forecast: "Forecast", you: "You", record: "Record" },
  },
  /** ui/table/talksBar.tsx */
  talksBar: {
    title: "It is your turn",
    standing: "The offer that stands ({$bound}) is worth {$worth} points to you; walking away, {$walkAway}.",
    mediated: "proposed by the mediator",
    nothing: "No offer stands. Walking away is worth {$walkAway} points to you.",
    many: "You change {$count} points of the text; they are marked on the right.",
    offer: "Your offer: {$points} against it.",
    agreement: "Agreement would be",
    propose: "Put this offer to the table",
    accept: "Accept the offer",
    hold: "Hold",
  },
  /** ui/table/text.tsx */
  text: {
    title: "The text",
    open: "Open now",
    lead: "Choose what you would change. Nothing is sent yet.",
    watching: "You can prepare your next draft here.",
    observing: "You have no seat in this phase. You can try out what a change would be worth to you.",
    signed: "As it was signed",
    needs: "needs {$names}",
    full: "All words",
    stands:
      ".input {$count :number} .match $count one {{Stands, not open in this round ({$count} part)}} * {{Stands, not open in this round ({$count} parts)}}",
    whole: "As it stands at the end",
    changed: "changed",
  },
  /** ui/table/voteBars.tsx */
  voteBars: {
    motion: "Vote on the amendment",
    proposes: "{$by} proposes:",
    yours: "Your amendment:",
    gain: "{$points} points for you.",
    same: "No change for you.",
    adoption: "Adoption by the last round:",
    becomes: "with it",
    without: "without it",
    breaks: "Beyond your mandate:",
    text: "Adopt this text?",
    worth: "It is worth {$text} points to you; walking away, {$walkAway}.",
    keeps: "It keeps your mandate.",
    broken: "It leaves your mandate: {$limits}",
    forecast: "Forecast:",
    required: "Without your vote for it there is no agreement in this round.",
    council: "Should your delegation accept this offer?",
    /** Before a list of reasons, of which one is told with a vote against. */
    explain: "With “Against”, say:",
    silent: "nothing",
    sign: "For, with a reservation",
    on: "Reservation on",
  },
  /** ui/table/waitingBar.tsx */
  waitingBar: {
    title: "Others act",
    watching: "You watch this phase",
    until: "You act in “{$phase}”.",
    parliaments: "The text is with the parliaments",
    nobody: "Nobody at the table can act: the bodies at home decide.",
    handedOver: "An agent plays for you",
    pause: "Pause",
    skip: "Skip to my next decision",
    skipEnd: "Skip to the end",
    read: "Stop after each ballot",
    paused: "Paused.",
  },
  /** ui/table/walkAway.tsx */
  walkAway: { walkAway: "Walk away…" },
  /** ui/table/you.tsx */
  you: {
    title: "You speak for {$name}",
    goal: "Goal",
    mandate: "Your {#term}mandate{/term}",
    noLimits: "No limits: you may sign anything.",
    mediates: "You mediate and sign nothing here, so there is no limit that you could break.",
    /** What the limits are held against. */
    heldAgainst: {
      text: "By the text on the table:",
      signed: "By the text as it was signed:",
      offer: "By the offer that stands:",
      force: "By what is in force:",
      draft: "By your draft:",
      motion: "By the text with this amendment:",
    },
    allKept: "All {$count} limits are kept",
    moreBroken: "{$more} more are broken, {$kept} kept",
    someKept:
      ".input {$count :number} .match $count one {{{$count} limit is kept}} * {{{$count} limits are kept}}",
    kept: "kept",
    broken: "broken",
    worth: {
      text: "What the text is worth to you",
      signed: "What the text is worth to you",
      offer: "What the offer that stands is worth",
      force: "What is in force is worth to you",
    },
    drafted: "What your draft is worth to you",
    proposed: "What the text with this amendment is worth to you",
    brief: "Read the whole brief",
    briefTitle: "Brief of {$name}",
    interests: "Interests",
    redLines: "Red lines",
    batnaTitle: "Without an agreement",
    movedBy: "Moved by: {$titles}.",
  },
} as const;
