/** English of what a person does with a game, beside the screen itself. */
export const desk = {
  /** ui/desk/deeds.ts */
  deeds: {
    undone: "Taken back to your last decision; the saved game keeps a note of it.",
    saved: "The game was saved to a file.",
    copied: "The link is copied. It contains the whole game; nothing was sent anywhere.",
  },
  /** ui/desk/play.ts */
  play: {
    settling: "One moment: your last move is being kept.",
    nothingToUndo: "There is nothing of yours to take back yet.",
  },
} as const;
