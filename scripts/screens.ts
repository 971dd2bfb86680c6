// Pictures of every page of the running town, light, dark and phone, with an accessibility check. Starts nothing itself.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { accountIdOf, comeIn } from "./screens/comeIn.ts";
import { lookAt, openLook, type Seen } from "./screens/look.ts";
import { looks, shotsOf } from "./screens/pages.ts";
import { findBrowser } from "./test/browser.ts";
import { townConfig } from "./town/config.ts";

const config = townConfig();
const base = process.env.PEERCOMMONS_WEB_URL ?? config.urls.web;
const indexerUrl = process.env.PEERCOMMONS_INDEXER_URL ?? config.urls.indexer;
const executablePath = findBrowser();
const folder = join(config.state, "screens");
const only = process.argv.slice(2);
/** Whose eyes: a seeded town's people are its accounts from 1 on, in the order in which they came. */
const person = Number(process.env.PEERCOMMONS_SCREENS_PERSON ?? "2");

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const answers = await fetch(base).then(
  (response) => response.ok,
  () => false,
);
if (!answers)
  refuse(
    `No dApp answers at ${base}. Start the town with npm start, or say where it is in PEERCOMMONS_WEB_URL.`,
  );

const shots = (await shotsOf(indexerUrl, await accountIdOf(indexerUrl, person))).filter(
  (shot) => only.length === 0 || only.includes(shot.name),
);
if (only.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-background-networking"],
});
const seen: Seen[] = [];
try {
  const visit = await comeIn(browser, base, person);
  for (const look of looks) {
    const context = await openLook(browser, look, visit);
    const waiting = shots.filter((shot) => look.pages?.includes(shot.name) ?? true);
    const worker = async () => {
      for (let shot = waiting.shift(); shot; shot = waiting.shift()) {
        seen.push(await lookAt({ context, look, shot, base, folder }));
        process.stdout.write(".");
      }
    };
    await Promise.all(Array.from({ length: 3 }, worker));
    await context.close();
  }
} finally {
  await browser.close();
}

const width = Math.max(...shots.map((shot) => shot.name.length));
console.log(`\n\n${"page".padEnd(width)}  ${looks.map((look) => look.name.padEnd(10)).join("  ")}`);
for (const shot of shots) {
  const cells = looks.map((look) => {
    const found = seen.find((each) => each.page === shot.name && each.look === look.name);
    if (!found) return "".padEnd(10);
    return (found.problems.length === 0 ? "clean" : `${found.problems.length} wrong`).padEnd(10);
  });
  console.log(`${shot.name.padEnd(width)}  ${cells.join("  ")}`);
}
const problems = seen.flatMap((each) =>
  each.problems.map((problem) => `${each.page} (${each.look}): ${problem}`),
);
for (const problem of new Set(problems)) console.log(`\n${problem}`);
console.log(`\n${seen.length} pictures in ${folder}`);
process.exit(problems.length > 0 ? 1 : 0);
