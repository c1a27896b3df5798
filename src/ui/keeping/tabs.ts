/**
 * The other tabs of this browser. Who plays a game holds its lock, which the browser lets go when the tab is closed or
 * dies; where there are no locks (a page without encryption) the count of writes still notices. Tabs tell each other
 * when a game was kept, so that no list of games is out of date.
 */
const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("parley.games");

export interface Hold {
  /** False when another tab plays the game. */
  readonly alone: boolean;
  release(): void;
}

/** Resolves at once: it never waits for another tab. */
export function hold(game: string): Promise<Hold> {
  const free: Hold = { alone: true, release: () => {} };
  // Not everywhere: pages without encryption have none.
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return Promise.resolve(free);
  return new Promise((resolve) => {
    const request = locks.request(`parley.game.${game}`, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve({ ...free, alone: false });
        return undefined;
      }
      return new Promise<void>((release) => resolve({ alone: true, release }));
    });
    request.catch(() => resolve(free));
  });
}

export function tellOthers(): void {
  channel?.postMessage("kept");
}

export function whenOthersKeep(listener: () => void): void {
  channel?.addEventListener("message", listener);
}
