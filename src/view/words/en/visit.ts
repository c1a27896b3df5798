/** English of opening things: files, links, kept games, and what went wrong with one. */
export const visit = {
  /** ui/visit/files.tsx */
  files: {
    title: "Scenarios and saved games",
    bundled: "With Parley",
    yours: "Your own",
    seat: "Choose a seat in “{$title}”",
    scenario: "Open a scenario file",
    run: "Open a saved game",
    hint: "Or drop a file anywhere on this page. Files are read in this browser and sent nowhere. A game in progress stays as it is.",
    drop: "Drop a scenario or a saved game to open it",
  },
  /** ui/visit/findings.tsx */
  findings: { place: "Line {$line}, column {$column}" },
  /** ui/visit/refusal.tsx */
  refusal: {
    titles: {
      scenario: "“{$file}” is not a scenario Parley can play yet",
      run: "“{$file}” could not be opened",
      link: "This link could not be opened",
      kept: "The kept game could not be opened",
      page: "This could not be opened",
    },
    count: ".input {$count :number} .match $count one {{One thing to mend:}} * {{{$count} things to mend:}}",
    more: ".input {$count :number} .match $count one {{One more is not shown.}} * {{{$count} more are not shown; mending these first may mend some of them.}}",
    copy: "Copy the whole list",
    copied: "The list is copied.",
    byHand: "This browser does not let the page copy. The whole list is selected here: copy it by hand.",
    close: "Close this list",
    reload: "Reload the page",
    save: "Save this game to a file",
    instead: "Open it with the scenario that it carries",
    untouched: "Nothing else was changed.",
  },
  /** ui/visit/trouble.tsx */
  trouble: {
    title: "Something in Parley failed",
    kept: "Your game is kept: reload the page and choose Continue.",
    unkept: "This browser does not keep games: save your game to a file before you reload.",
    none: "No game was running. Reload the page to start again.",
    reload: "Reload",
    save: "Save file",
    details: "What to tell the developers",
  },
  /** ui/visit/visit.ts */
  visit: {
    opening: {
      scenario: "Opening {$title}…",
      reading: "Reading {$title}…",
      checking: "{$title} can be played. Checking what follows from its rules…",
      game: "Opening your game…",
    },
    stopped: "Stopped. Nothing was changed.",
    refused: {
      scenario: "{$file} could not be opened. The list says what to mend.",
      run: "{$file} could not be opened. The list says what to mend.",
      link: "The link could not be opened. The list says what to mend.",
      kept: "The kept game could not be opened. The list says what to mend.",
      page: "This could not be opened. The list says why.",
    },
    failed:
      "Something in Parley failed while opening this. Nothing was changed. Reload the page and try again.",
    missing:
      "A part of this page is missing: either Parley has been updated since you opened it, or the connection is gone. Your games are kept. Reload the page and try again.",
    unknownAddress:
      "“{$part}” in the address asks for nothing that Parley knows. A link to a game ends in #run= and a long word; one to a scenario in #scenario=, its name, and perhaps &seat= and &seed= with a whole number. Copy the link again as a whole.",
    noSeat: "There is no seat “{$seat}” in “{$title}”. Choose one of the seats instead.",
  },
} as const;
