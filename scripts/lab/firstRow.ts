// How long until a list shows its first row: every list of the running town, on a slow phone, each time in a fresh browser; and whether
// it shows without JavaScript. With another dApp of the same town (an older build, say) each is asked in turn.
// Usage: npm run lab -- firstRow [--rounds 5] [--against URL] [--json FILE]
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { shotsOf } from "../screens/pages.ts";
import { findBrowser } from "../test/browser.ts";
import { townConfig } from "../town/config.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    against: { type: "string" },
    json: { type: "string" },
  },
});
const { urls } = townConfig();

/** What counts as the first row of a list. */
const rows: Record<string, string> = {
  feed: "main article",
  tasks: "main article",
  skills: 'main section a[href^="/skills/"], main li a[href^="/skills/"]',
  person: 'main a[href^="/skills/"]',
  people: 'main li a[href^="/people/"]',
  commons: "main table tbody tr, main li",
};
const patience = 30_000;
/** A middling phone on a middling line. */
const slowdown = 4;
const line = { offline: false, latency: 60, downloadThroughput: 1_250_000, uploadThroughput: 625_000 };

async function firstRow(browser: Browser, url: string, row: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", line);
  await page.addInitScript(
    `new MutationObserver((_, watch) => {
      if (window.firstRowAt || !document.querySelector(${JSON.stringify(row)})) return;
      watch.disconnect();
      const shown = () => { window.firstRowAt ||= performance.now(); };
      requestAnimationFrame(() => requestAnimationFrame(shown));
      setTimeout(shown, 2_000); // a machine too busy to draw frames
    }).observe(document, { childList: true, subtree: true });`,
  );
  await page.goto(url, { waitUntil: "commit" });
  for (const end = Date.now() + patience; Date.now() < end; await page.waitForTimeout(100)) {
    const at = await page.evaluate("window.firstRowAt ?? 0");
    if (typeof at !== "number" || at === 0) continue;
    await context.close();
    return at;
  }
  throw new Error(
    `${url} showed no ${row} within ${patience / 1_000} seconds. Is the town seeded and running?`,
  );
}

async function withoutScripts(browser: Browser, url: string, row: string): Promise<boolean> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url);
  const shown = (await page.locator(row).count()) > 0;
  await context.close();
  return shown;
}

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
const found: { name: string; value: number; unit: string; baseline: number | undefined }[] = [];
try {
  for (const { name, path } of await shotsOf(urls.indexer)) {
    const row = rows[name];
    if (row === undefined) continue;
    const url = new URL(path, urls.web).href;
    const other = values.against === undefined ? undefined : new URL(path, values.against).href;
    const [times, others]: [number[], number[]] = [[], []];
    for (let round = 0; round < Number(values.rounds); round++) {
      times.push(await firstRow(browser, url, row));
      if (other !== undefined) others.push(await firstRow(browser, other, row));
    }
    const baseline = other === undefined ? undefined : Math.round(median(others));
    found.push({ name: `firstRow.${name}`, value: Math.round(median(times)), unit: "ms", baseline });
    const bare = (await withoutScripts(browser, url, row)) ? "yes" : "no";
    const beside = baseline === undefined ? "" : ` (the other: ${baseline})`;
    console.log(
      `${name.padEnd(10)} first row after ${median(times).toFixed(0).padStart(5)} ms${beside}; without JavaScript: ${bare}`,
    );
  }
} finally {
  await browser.close();
}
if (values.json) await writeFile(values.json, JSON.stringify(found, null, 2));
