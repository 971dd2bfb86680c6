import { formatPeer, onePeer } from "@peercommons/sdk";

const cent = onePeer / 100n;

/** The exact value with a real minus sign: what stands behind every shortened amount. */
export const exactPeer = (amount: bigint): string => formatPeer(amount).replace("-", "−");

/** For reading: two decimals, cut toward zero, and never 0.00 for something that is not nothing. */
export function shortPeer(amount: bigint, options: { plus?: boolean } = {}): string {
  const size = amount < 0n ? -amount : amount;
  const shown = size !== 0n && size < cent ? size : size - (size % cent);
  const sign = amount < 0n ? "−" : options.plus && amount > 0n ? "+" : "";
  return `${sign}${formatPeer(shown)}`;
}

/** Plain digits for an input field: 2500000n is "2.50". */
export const inputPeer = (amount: bigint): string => formatPeer(amount).replaceAll(",", "");
