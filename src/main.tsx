/**
 * The browser's entry: sets theme and motion before anything is drawn, then loads the app. It stays tiny because the
 * first paint is in index.html already, its words too; if the app can't be loaded, the visitor reads why instead of
 * "Loading…".
 */
import { settings } from "./ui/page/settings.ts";

async function boot(root: HTMLElement): Promise<void> {
  try {
    const { mountApp } = await import("./ui/app.tsx");
    mountApp(root, settings);
  } catch (error) {
    console.error(error);
    const failed = root.querySelector<HTMLElement>(".loading-failed");
    if (failed === null) return;
    failed.hidden = false;
    failed.querySelector("button")?.addEventListener("click", () => location.reload());
    for (const waiting of root.querySelectorAll(".loading, .loading-hint")) waiting.remove();
  }
}

const root = document.getElementById("app");
if (root === null) throw new Error('index.html has no element with the id "app".');
void boot(root);
