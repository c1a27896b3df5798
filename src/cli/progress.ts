/** A progress bar on a terminal, nothing in a pipe. */

export interface ProgressBar {
  readonly show: (done: number) => void;
  readonly clear: () => void;
}

const WIDTH = 30;

export function progressBar(total: number): ProgressBar {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} };
  let shown = -1;
  return {
    show: (done) => {
      const percent = Math.floor((100 * done) / total);
      if (percent === shown) return;
      shown = percent;
      const filled = Math.round((WIDTH * done) / total);
      stderr.write(
        `\r${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${percent} %  ${done} of ${total} games`,
      );
    },
    clear: () => {
      stderr.write("\r\u001b[2K");
    },
  };
}
