import type { Browser } from "playwright-core";
import { toHex } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import type { Visit } from "./look.ts";

/** The test mnemonic every local chain knows; a seeded town's people are its first accounts. */
const mnemonic = "test test test test test test test test test test test junk";

const accountOf = (person: number) => mnemonicToAccount(mnemonic, { addressIndex: person });

/** The town's number of that person's account; undefined where there is none. */
export async function accountIdOf(indexerUrl: string, person: number): Promise<number | undefined> {
  const response = await fetch(new URL(`/v1/accounts/${accountOf(person).address}`, indexerUrl));
  return response.ok ? ((await response.json()) as { accountId: number }).accountId : undefined;
}

/**
 * Comes in with a throw-away account, as a newcomer would, and returns what the browser kept. The account is one of the seeded
 * town's people, so that the pages have something to show; PEERCOMMONS_SCREENS_PERSON says which, from 1 on.
 */
export async function comeIn(browser: Browser, base: string, person: number): Promise<Visit> {
  const key = accountOf(person).getHdKey().privateKey;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(base);
  await page.evaluate(
    `localStorage.setItem("peercommons.throwaway", ${JSON.stringify(toHex(key ?? new Uint8Array()))})`,
  );
  await page.getByRole("button", { name: "Come in", exact: true }).click();
  await page.getByRole("button", { name: "Start with a throw-away account" }).click();
  await page.getByRole("button", { name: /^Your account/ }).waitFor();
  const visit = await context.storageState();
  await context.close();
  return visit;
}
