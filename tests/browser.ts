/**
 * Finds the Chromium that the end-to-end tests drive, and installs one where there is none, so that a clean
 * machine needs nothing but `npm ci && npm test`. A browser counts only if it answers `--version`: a download
 * without its system libraries, or a distribution's stub that points to a store, is passed over.
 * `node tests/browser.ts` prints the path.
 */
import { type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DOWNLOAD_SECONDS = 120;
const APT_SECONDS = 600;
const CURE =
  "install Chromium or Google Chrome, or set PARLEY_CHROMIUM to the full path of a Chromium-based browser.";

/** Full path of a Chromium that starts. Throws one sentence when there is none. */
export function findBrowser(): string {
  const found = search();
  if (found === undefined) throw new Error(`No Chromium was found: ${CURE}`);
  return found;
}

/** As `findBrowser`, but installs one first where none is found. Needs the network then; may take minutes. */
export async function installBrowser(): Promise<string> {
  const found = search();
  if (found !== undefined) return found;

  console.log("No Chromium was found; trying Playwright's own.");
  const cli = fileURLToPath(new URL("cli.js", import.meta.resolve("@playwright/test/package.json")));
  await ended(process.execPath, [cli, "install", "chromium"], DOWNLOAD_SECONDS);
  const downloaded = search();
  if (downloaded !== undefined) return downloaded;

  const asRoot = rootPrefix();
  if (asRoot !== undefined && onPath("apt-get") !== undefined) {
    console.log("That gave no browser that starts; trying apt-get.");
    const [command = "", ...rest] = [...asRoot, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    if (await ended(command, [...rest, "update"], APT_SECONDS)) {
      await ended(command, [...rest, "install", "-y", "chromium"], APT_SECONDS);
    }
    const packaged = search();
    if (packaged !== undefined) return packaged;
  }
  throw new Error(`No Chromium was found and none could be installed: ${CURE}`);
}

function search(): string | undefined {
  const chosen = process.env.PARLEY_CHROMIUM;
  if (chosen) {
    if (!existsSync(chosen)) {
      throw new Error(
        `PARLEY_CHROMIUM is set to ${chosen}, where there is no file: correct it, or unset it to let Parley look for a browser itself.`,
      );
    }
    return chosen;
  }
  return [playwrightPath(), ...COMMANDS.map(onPath), ...applications()].find(
    (path) => path !== undefined && starts(path),
  );
}

/** Where Playwright would keep its own Chromium; undefined on a platform it has no build for. */
function playwrightPath(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

function onPath(command: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, command))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function applications(): string[] {
  if (process.platform === "darwin") {
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      ["Chromium", "Google Chrome", "Microsoft Edge"].map((name) =>
        join(folder, `${name}.app`, "Contents", "MacOS", name),
      ),
    );
  }
  if (process.platform === "win32") {
    const { ProgramFiles, LOCALAPPDATA } = process.env;
    return [ProgramFiles, process.env["ProgramFiles(x86)"], LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, "Chromium", "Application", "chrome.exe"),
        join(folder, "Google", "Chrome", "Application", "chrome.exe"),
        join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
      ]);
  }
  return [];
}

function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === "win32") return true; // there `--version` opens a window instead of answering
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

/** The words to put before a command so that it runs as root; undefined where that would need a password. */
function rootPrefix(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  if (onPath("sudo") === undefined) return undefined;
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : undefined;
}

/** Runs a command with live output; true when it ended well in time. A late one is ended with its children. */
function ended(command: string, args: readonly string[], seconds: number): Promise<boolean> {
  const ownGroup = process.platform !== "win32";
  const options: SpawnOptions = { stdio: ["ignore", "inherit", "inherit"], detached: ownGroup };
  return new Promise((resolve) => {
    const child = spawn(command, args, options);
    const limit = setTimeout(() => {
      console.log(`Stopped after ${seconds} s: ${command} ${args.join(" ")}`);
      if (ownGroup && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      else child.kill();
    }, seconds * 1000);
    const settle = (well: boolean) => {
      clearTimeout(limit);
      resolve(well);
    };
    child.once("error", () => settle(false));
    child.once("exit", (code) => settle(code === 0));
  });
}

if (import.meta.main) {
  try {
    console.log(findBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
