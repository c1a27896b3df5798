/**
 * The browser's entry: sets theme and motion before anything is drawn, then loads the app. It stays tiny because the
 * first paint is in index.html already; if the app can't be loaded, the visitor reads why instead of "Loading…".
 */
import { settings } from "./ui/page/settings.ts";

const words = {
  failed: "Parley could not be loaded. Check the connection and reload the page.",
  reload: "Reload",
} as const;

async function boot(root: HTMLElement): Promise<void> {
  try {
    const { mountApp } = await import("./ui/app.tsx");
    mountApp(root, settings);
  } catch (error) {
    console.error(error);
    const sentence = document.createElement("p");
    sentence.setAttribute("role", "alert");
    sentence.textContent = words.failed;
    const reload = document.createElement("button");
    reload.textContent = words.reload;
    reload.addEventListener("click", () => location.reload());
    root.querySelector(".loading")?.replaceWith(sentence, reload);
  }
}

const root = document.getElementById("app");
if (root === null) throw new Error('index.html has no element with the id "app".');
void boot(root);
