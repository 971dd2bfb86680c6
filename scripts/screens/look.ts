import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Look, Shot } from "./pages.ts";

export type Seen = { page: string; look: string; problems: string[] };

/** What the browser keeps of somebody who came in. */
export type Visit = Awaited<ReturnType<BrowserContext["storageState"]>>;

const patience = 10_000;

export async function openLook(
  browser: Browser,
  look: Look,
  visit: Visit | undefined,
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.dark ? "dark" : "light",
    reducedMotion: "reduce",
    storageState: look.signedIn ? visit : undefined,
  });
}

/** Takes a picture of a page, and says what is wrong with it: accessibility, errors, things wider than the window. */
export async function lookAt(p: {
  context: BrowserContext;
  look: Look;
  shot: Shot;
  base: string;
  folder: string;
}): Promise<Seen> {
  const problems: string[] = [];
  const page = await p.context.newPage();
  page.on("pageerror", (error) => problems.push(`script: ${error.message.slice(0, 200)}`));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    if (/^not-found|-none$/.test(p.shot.name) && message.text().includes("404")) return;
    problems.push(`console: ${message.text().slice(0, 200)}`);
  });
  await page.goto(new URL(p.shot.path, p.base).href, { waitUntil: "load" });
  if (!(await settled(page))) problems.push("still loading");
  for (const name of p.shot.press ?? []) {
    const wanted = page
      .getByRole("button", { name, exact: true })
      .or(page.getByRole("radio", { name, exact: true }));
    // not everybody has it: what depends on who looks comes a little later
    const there = wanted.first().waitFor({ timeout: 4_000 });
    if (await there.then(() => true).catch(() => false)) await wanted.first().click();
  }
  await page.waitForTimeout(400);
  await page.screenshot({
    path: join(p.folder, `${p.shot.name}.${p.look.name}.png`),
    // a tray lies over the window, not over the page
    fullPage: (await page.getByRole("dialog").count()) === 0,
  });
  problems.push(...(await tooWide(page)), ...(await inaccessible(page)));
  await page.close();
  return { page: p.shot.name, look: p.look.name, problems };
}

/** Waits until nothing is on its way any more: no place is kept for what has not come. */
async function settled(page: Page): Promise<boolean> {
  const waiting = page.locator('main [class*="breathe"]');
  for (const end = Date.now() + patience; Date.now() < end; await page.waitForTimeout(200)) {
    if ((await waiting.count()) === 0) return true;
  }
  return false;
}

async function tooWide(page: Page): Promise<string[]> {
  const over = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
  return typeof over === "number" && over > 0 ? [`${over} px wider than the window`] : [];
}

async function inaccessible(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(
    (each) => `axe ${each.id}: ${each.nodes[0]?.target.join(" ")} (${each.nodes.length})`,
  );
}
