/**
 * The game loop asleep unless something moves: a wake draws one frame, synchronously, and the loop stops after it
 * unless it was told that more is coming. Idle costs no frame and no timer.
 */
import { Core, type Game } from "phaser";

export interface Loop {
  /** `moving`: keep drawing frames until the next wake says otherwise. */
  wake(moving: boolean): void;
  /** The tab came back, or the graphics context was restored. */
  onVisible(callback: () => void): void;
  destroy(): void;
}

export function loopOf(game: Game): Loop {
  const { canvas } = game;
  const { Events } = Core;
  const stopping = new AbortController();
  let moving = false;
  game.events.on(Events.POST_RENDER, () => {
    if (!moving) game.loop.sleep();
  });
  return {
    wake(next) {
      moving = next;
      if (game.loop.running) return;
      game.loop.resetDelta();
      game.loop.wake();
    },
    onVisible(callback) {
      game.events.on(Events.VISIBLE, callback);
      // Phaser restores its own resources first, in a listener registered earlier
      canvas.addEventListener("webglcontextrestored", callback, { signal: stopping.signal });
    },
    destroy() {
      stopping.abort();
      moving = false;
      game.destroy(true);
      // destruction happens in a step, and a sleeping loop takes none; after it the loop is gone
      if (!game.loop.running) game.loop.wake();
    },
  };
}
