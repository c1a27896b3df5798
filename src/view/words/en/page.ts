/** English of what is around every screen. */
export const page = {
  /** ui/app.tsx */
  app: {
    name: "Parley",
    skip: "Skip to the main part",
    display: "Display",
    notice: "Positions are reported, not endorsed; numbers are teaching parameters.",
    local: "Nothing you do here leaves this browser.",
    refused: "Not opened",
    stop: "Stop",
    unkept: {
      refused: "This browser does not keep games; use Save file.",
      silent: "This browser's storage does not answer; the game goes on and is not kept. Use Save file.",
    },
    apart:
      "This game is open in another tab, too, and is kept as it is there. What you do here is kept as a game of its own.",
    titles: {
      start: "Parley: a negotiation simulation for classrooms",
      briefing: "Choose a seat: {$title} · Parley",
      table: "{$title} · Parley",
    },
  },
  /** ui/page/dialog.tsx */
  dialog: { close: "Close" },
  /** ui/page/display.tsx */
  display: {
    title: "Display",
    theme: "Theme",
    motion: "Motion on the stage",
    themes: { auto: "As this device", light: "Light", dark: "Dark" },
    motions: { auto: "As this device", on: "On", off: "Off" },
  },
} as const;
