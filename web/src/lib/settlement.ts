import { type Deployment, settlementTypedData } from "@peercommons/sdk";
import { type Address, type Hex, isHex, verifyTypedData } from "viem";

/** One side's signed offer to close a task with a split; it travels in a link. */
export type SettlementOffer = { shareBps: number; deadline: number; signature: Hex };

export function writeOffer(offer: SettlementOffer): string {
  return `${offer.shareBps}.${offer.deadline}.${offer.signature.slice(2)}`;
}

/** Reads an offer from a link; null when it is none. */
export function readOffer(text: string | null): SettlementOffer | null {
  const match = /^(\d{1,5})\.(\d{1,12})\.([0-9a-fA-F]{130,})$/.exec(text ?? "");
  if (!match) return null;
  const [, share = "", deadline = "", signature = ""] = match;
  const offer = { shareBps: Number(share), deadline: Number(deadline), signature: `0x${signature}` as Hex };
  return offer.shareBps <= 10_000 && isHex(offer.signature) ? offer : null;
}

/** Whether an ordinary account signed the offer. Contract wallets are checked by the chain alone. */
export function signedBy(p: {
  deployment: Deployment;
  taskId: string;
  workerId: number;
  offer: SettlementOffer;
  address: string;
}): Promise<boolean> {
  const { shareBps, deadline, signature } = p.offer;
  const message = {
    taskId: BigInt(p.taskId),
    workerId: p.workerId,
    shareBps,
    deadline: BigInt(deadline),
  };
  return verifyTypedData({
    address: p.address as Address,
    signature,
    ...settlementTypedData(p.deployment, message),
  });
}
