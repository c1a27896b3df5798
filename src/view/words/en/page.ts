/** English of what is around every screen. */
export const page = {
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
