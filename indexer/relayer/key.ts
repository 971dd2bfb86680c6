import { readFileSync, statSync } from "node:fs";
import type { LocalAccount } from "viem";
import { mnemonicToAccount, privateKeyToAccount } from "viem/accounts";
import type { RelayerConfig } from "./config.ts";

/** Public: the words every local test chain gives its money to. */
const testMnemonic = "test test test test test test test test test test test junk";

/**
 * The relayer's own key: from a file that only its owner may read, or on a local chain a test account.
 * @throws Error with a sentence when there is none or the file cannot be used
 */
export function relayerAccount(
  config: Pick<RelayerConfig, "keyFile" | "localAccount">,
  chainId: number,
): LocalAccount {
  const { keyFile } = config;
  if (keyFile === undefined) {
    if (chainId === 31_337) return mnemonicToAccount(testMnemonic, { addressIndex: config.localAccount });
    throw new Error(
      "A relayer pays gas with its own key. Put a private key into a file only you can read, and name it in PEERCOMMONS_RELAYER_KEY_FILE.",
    );
  }
  let text: string;
  try {
    text = readFileSync(keyFile, "utf8").trim();
  } catch {
    throw new Error(
      `The key file ${keyFile} cannot be read. Correct PEERCOMMONS_RELAYER_KEY_FILE or the file's owner.`,
    );
  }
  if (process.platform !== "win32" && (statSync(keyFile).mode & 0o077) !== 0) {
    throw new Error(`Others can read the key file ${keyFile}. Run chmod 600 on it, then start again.`);
  }
  if (!/^0x[0-9a-fA-F]{64}$/.test(text)) {
    throw new Error(
      `The key file ${keyFile} does not hold a private key: 0x and 64 hexadecimal digits, nothing else.`,
    );
  }
  return privateKeyToAccount(text as `0x${string}`);
}
