/** English of the start page. */
export const start = {
  /** ui/start/about.tsx */
  about: {
    title: "Before you use it in class",
    teachers: "For teachers",
    teaching: {
      lesson:
        "One lesson is enough: play a seat, compare the texts, then step out of role and talk. No agreement is a legitimate result.",
      account: "No account and no installation. Games stay in each browser; students can save them as files.",
      seed: "Give every group the same seed and they meet the same summit. This ending of the page's address opens a certain seat at once:",
    },
    link: "#scenario=paris-2026&seat=poland&seed=12",
    researchers: "For researchers",
    research: {
      rules:
        "The same rules run without a screen, seeded and repeatable; every game is a small JSON file that replays move by move.",
      command: "From a checkout, a thousand seeded games of the built-in agents:",
    },
    command: "npm run parley -- simulate scenarios/paris-2026.json --games 1000 --seed 1",
    care: "Sources and care",
    caring: {
      reported:
        "Positions are reported, not endorsed; numbers are teaching parameters. Every reported position names its source.",
      briefs:
        "Confidential briefs are role instructions for a game, not claims about what a government thinks in private.",
      war: "The subject is a war that goes on. There are no pictures of it and no casualties to count. Let nobody be made to speak for a country because of where they come from: draw the seats by lot, or choose freely.",
    },
  },
  /** ui/start/draft.tsx */
  draft: {
    title: "Draft statement",
    date: "Paris, 6 January 2026, morning",
    stands: {
      force:
        "A European-led Multinational Force for Ukraine will be ready to deploy after a credible cessation of hostilities.",
      commitments: "Commitments may include the use of military capabilities in case of a renewed attack.",
    },
    open: "The United States commits to support the Force if it is attacked.",
    tag: "open",
    scale: "What the United States may promise, from least to most",
    options: {
      none: "None",
      proposed: "Proposed support",
      enablers: "Enablers",
      promise: "Enablers and promise",
      backstop: "Full backstop",
    },
    now: "{$option} (in the draft)",
  },
  /** ui/start/start.tsx */
  start: {
    lines: {
      you: "You speak for Ukraine.",
      draft: "A draft is on the table.",
      sentence: "One sentence is open.",
    },
    lead: "Parley is a negotiation simulation for classrooms: change a sentence, hear why others can or can't sign it, and try again.",
    play: "Play now",
    choose: "Choose a seat",
    first: "Only a minute? Start with “The first minute”",
    asOf: "Positions as stated up to {$date :day}.",
  },
  /** ui/start/kept.tsx */
  kept: {
    title: ".input {$count :number} .match $count one {{Your game}} * {{Your games}}",
    others: ".input {$count :number} .match $count one {{One more game}} * {{{$count} more games}}",
    game: "{$title}, as {$seat}",
    round: "Round {$round} of {$rounds}",
    inPhase: "Round {$round} of {$rounds} ({$phase})",
    ended: "Finished",
    saved: "kept on {$date :day}, {$time}",
    resume: "Continue",
    review: "See the result",
    save: "Save file",
    discard: "Discard",
    discardTitle: "Discard your game?",
    discardWhat: "“{$title}” as {$seat} will be gone from this browser. This can't be undone.",
    discardYes: "Discard it",
    discardNo: "Keep it",
    discarded: "The game is discarded.",
  },
} as const;
