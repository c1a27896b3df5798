/** English of the bundled scenarios, and of why something can't be read. */
export const keeping = {
  /** ui/keeping/open.ts */
  open: {
    tooLarge:
      "The file has {$megabytes :points} MB; Parley reads up to {$most :points} MB. Choose a scenario or run file.",
    unreadable: "The file can't be read. Check that it still exists and that you may open it.",
    unknownBundled:
      "There is no scenario “{$id}” in this edition of Parley. Check the link, or open the scenario's file.",
    twoRuns: "There are several saved games among the files. Open one at a time.",
  },
  /** ui/keeping/scenarios.ts: by the scenario's id. */
  scenarios: {
    "paris-2026": {
      title: "The Paris summit",
      about: "36 delegations work on one statement about security guarantees for Ukraine, in six rounds.",
    },
    "first-minute": {
      title: "The first minute",
      about: "Three delegations, three sentences: the same game, small enough for one minute.",
    },
    "direct-talks": {
      title: "Direct talks",
      about:
        "Ukraine, Russia, the United States, two delegations of the Coalition and the host at one table.",
    },
    "three-chairs": {
      title: "Three chairs",
      about: "Ukraine, the United States and Europe: four sentences in three rounds, for a first lesson.",
    },
    sarnmar: {
      title: "The Sarn Strait",
      about: "Invented countries, the same mathematics: for classes that should avoid a live conflict.",
    },
    "budapest-1994": {
      title: "Budapest 1994",
      about: "Assurance or guarantee? Four delegations and the warheads, with readings of what followed.",
    },
    "istanbul-2022": {
      title: "Istanbul, spring 2022",
      about:
        "Neutrality, guarantors and a veto; why it failed is disputed, and the readings stand side by side.",
    },
    "camp-david-1978": {
      title: "Camp David 1978",
      about: "Egypt, Israel and a host with one text: thirteen days in six rounds, and who was not there.",
    },
  },
} as const;
