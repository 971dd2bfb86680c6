// A browser for the system tests: Debian's chromium, or the one PEERCOMMONS_CHROMIUM names.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { aptInstall } from "./apt.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...APPLICATIONS].find((file) => existsSync(file));
}

/** Path of a browser; installs Debian's as root where there is none. Throws a sentence when there is no way. */
export function findBrowser(): string {
  const named = process.env.PEERCOMMONS_CHROMIUM;
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(
      `PEERCOMMONS_CHROMIUM names ${named}, and there is no such file. Correct it, or unset it to use the system's chromium.`,
    );
  }
  const found = onPath() ?? install();
  if (found !== undefined) return found;
  throw new Error(
    "The system tests play the dApp in a real browser, and none was found. " +
      "Install one (`sudo apt-get install chromium`), or name one: PEERCOMMONS_CHROMIUM=/path/to/chromium npm test",
  );
}

function install(): string | undefined {
  const what = "No browser found: installing Debian's chromium with apt-get (about 100 MB)";
  return aptInstall(what, "chromium", "fonts-liberation") ? onPath() : undefined;
}
