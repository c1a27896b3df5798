/**
 * Reads files in a worker, so that the page answers meanwhile and the work can be stopped. It can be started ahead, while
 * the person chooses a file. Where no worker starts (a browser that forbids them, a page that was updated), the page reads
 * by itself.
 */
import type { ReadFile } from "./read.ts";
import type { Said } from "./readWorker.ts";

interface Started {
  readonly worker: Worker;
  failed: boolean;
}

let ahead: Started | undefined;

export function prepareReader(): void {
  ahead ??= started();
}

/** Until `signal` is aborted; what is being read then is given up, with its reason. `here`: how the page reads by itself. */
export function readerUntil(signal: AbortSignal, here: ReadFile): ReadFile {
  const mine = ahead ?? started();
  ahead = undefined;
  signal.addEventListener("abort", () => mine?.worker.terminate());
  return (file, tell) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      signal.addEventListener("abort", () => reject(signal.reason));
      if (mine === undefined || mine.failed) return resolve(here(file, tell));
      const { worker } = mine;
      worker.onerror = (event) => {
        event.preventDefault();
        mine.failed = true;
        resolve(here(file, tell));
      };
      worker.onmessage = ({ data }: MessageEvent<Said>) => {
        if ("step" in data) tell(data.step);
        else if ("read" in data) resolve(data.read);
        else reject(new Error(data.failed));
      };
      worker.postMessage(file);
    });
}

function started(): Started | undefined {
  try {
    const worker = new Worker(new URL("./readWorker.ts", import.meta.url), { type: "module" });
    const mine = { worker, failed: false };
    worker.onerror = (event) => {
      event.preventDefault();
      mine.failed = true;
    };
    return mine;
  } catch {
    return undefined;
  }
}
