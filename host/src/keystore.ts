import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { Keystore } from "ox";
import type { Hex } from "viem";
import { generatePrivateKey, type HDAccount, HDKey, hdKeyToAccount } from "viem/accounts";
import { hexToBytes } from "viem/utils";
import { type Home, HostError } from "./home.ts";

/** Most bots one host runs. */
export const maxBots = 16;

/** The host's keys: one secret on disk, and from it a key for every bot, because each bot is an account of its own (BIP-32, m/44'/60'/0'/0/i). */
export type HostKeys = { operator: (index: number) => HDAccount };

export function keysFrom(secret: Hex): HostKeys {
  const root = HDKey.fromMasterSeed(hexToBytes(secret));
  return { operator: (index) => hdKeyToAccount(root, { addressIndex: index }) };
}

/** Makes a secret, or keeps the given one, encrypted (scrypt, version 3 JSON, the format of geth's keystores). Never overwrites. */
export async function createKeystore(
  home: Pick<Home, "keystore">,
  passphrase: string,
  secret: Hex = generatePrivateKey(),
): Promise<HostKeys> {
  if (existsSync(home.keystore))
    throw new HostError(
      `A key is already kept at ${home.keystore}.`,
      "Move it away first if you really want another; money on it can be reached by nothing else.",
    );
  if (passphrase.length < 8)
    throw new HostError(
      "The passphrase has fewer than 8 characters.",
      "Choose a longer one; a sentence is good.",
    );
  const keys = keysFrom(secret);
  const [key, options] = await Keystore.scryptAsync({ password: passphrase, n: 131_072 });
  const keystore = { ...Keystore.encrypt(secret, key, options), address: keys.operator(0).address };
  const next = `${home.keystore}.next`;
  writeFileSync(next, `${JSON.stringify(keystore)}\n`, { mode: 0o600 });
  renameSync(next, home.keystore);
  return keys;
}

/** The first bot's address as the keystore file names it, without opening it. */
export function keystoreAddress(home: Pick<Home, "keystore">): string | undefined {
  if (!existsSync(home.keystore)) return undefined;
  const address = (readKeystore(home) as { address?: unknown }).address;
  return typeof address === "string" ? address : undefined;
}

export async function openKeystore(home: Pick<Home, "keystore">, passphrase: string): Promise<HostKeys> {
  if (!existsSync(home.keystore))
    throw new HostError(`There is no key at ${home.keystore}.`, "Run `peercommons host setup` first.");
  const keystore = readKeystore(home);
  let secret: Hex;
  try {
    secret = Keystore.decrypt(keystore, await Keystore.toKeyAsync(keystore, { password: passphrase }));
  } catch {
    throw new HostError(
      "The passphrase does not open the key.",
      "Try again; it was chosen at `peercommons host setup` and can't be recovered.",
    );
  }
  return keysFrom(secret);
}

function readKeystore(home: Pick<Home, "keystore">): Keystore.Keystore {
  try {
    return JSON.parse(readFileSync(home.keystore, "utf8")) as Keystore.Keystore;
  } catch {
    throw new HostError(`${home.keystore} is damaged: it is not JSON.`, "Restore it from your backup.");
  }
}
