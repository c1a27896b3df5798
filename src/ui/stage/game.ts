/**
 * Starts Phaser with everything switched off that the stage does not need: sound, keyboard, its own pointer handling
 * (the canvas has two plain listeners instead, so that the page scrolls as if it were a picture), and the three
 * default images, which are data: URLs that a strict content security policy refuses.
 */
import { AUTO, CANVAS, Game, Scale, Scene, Textures } from "phaser";

/** Resolves with a running scene, rejects when the browser has neither WebGL nor a 2D canvas. */
export async function startedScene(parent: HTMLElement, width: number, height: number): Promise<Scene> {
  const { onblur, onfocus } = window;
  try {
    return await sceneOn(parent, width, height, AUTO).catch(() => sceneOn(parent, width, height, CANVAS));
  } finally {
    // Phaser takes these two properties of the window; the page may want them
    window.onblur = onblur;
    window.onfocus = onfocus;
  }
}

function sceneOn(parent: HTMLElement, width: number, height: number, type: number): Promise<Scene> {
  return new Promise((resolve, reject) => {
    const scene = new Scene("stage");
    try {
      new Game({
        type,
        parent,
        width,
        height,
        scene: Object.assign(scene, { create: () => resolve(scene) }),
        scale: { mode: Scale.NONE, expandParent: false },
        input: { keyboard: false, mouse: false, touch: false, gamepad: false, windowEvents: false },
        audio: { noAudio: true },
        banner: false,
        autoFocus: false,
        disableContextMenu: false,
        render: { antialias: true, roundPixels: false },
        callbacks: { preBoot: (game) => game.events.once("boot", () => addTextures(game)) },
        images: NO_IMAGES,
      });
    } catch (error) {
      reject(error);
    }
  });
}

// null, not undefined: undefined means "the default"; the types only know strings
const NO_IMAGES = { default: null, missing: null, white: null };

/** Stands in for the default images and reports them loaded, which is what Phaser waits for before it starts. */
function addTextures({ textures }: Game): void {
  for (const key of ["__DEFAULT", "__MISSING", "__WHITE"]) {
    const texture = textures.createCanvas(key, 4, 4);
    if (texture && key === "__WHITE") {
      texture.context.fillStyle = "#ffffff";
      texture.context.fillRect(0, 0, 4, 4);
      texture.refresh();
    }
    textures.emit(Textures.Events.LOAD, key, texture);
  }
}
