// Signed acts: their hashes and their bytes in a batch. Solidity reads them too, so each case is three flat texts.
import { type Deployment, packTaskActs, type TaskAct, taskActIdOf, taskActToWire } from "@peercommons/sdk";
import { bytesToHex, concat, type Hex, numberToHex } from "viem";
import { Random } from "./random.ts";

/** Half the order of secp256k1, so that s is always in its lower half. */
const half = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

export const actMarket = {
  chainId: 31337,
  contracts: { TaskMarket: "0x00000000000000000000000000000000000000a1" },
} as const satisfies { chainId: number; contracts: Pick<Deployment["contracts"], "TaskMarket"> };

export function actVectors() {
  const random = new Random(6n);
  const num = (bits: number) => Number(random.bits(bits));
  /** A state's instant and an end after it, in years when the contracts can be asked about both. */
  const time = () => {
    const since = 3_000_000_000 + num(28);
    return { since, until: since + 2 + num(16) };
  };
  const hash = (): Hex => bytesToHex(random.bytes(32));
  const signature = (i: number): Hex => {
    const [r, s] = [random.bits(255) + 1n, (random.bits(255) % half) + 1n];
    return concat([
      numberToHex(r, { size: 32 }),
      numberToHex(s, { size: 32 }),
      i % 2 === 0 ? "0x1b" : "0x1c",
    ]);
  };
  const make = [
    (): TaskAct => ({
      ...{ kind: "Post", taskId: random.bits(64), skillId: num(24), price: random.bits(64) },
      ...{ deadlineHour: num(24), effort: num(8), claimHours: num(8), reviewHours: num(16) },
      ...{ flags: num(8), quotedBand: num(8), contentId: hash(), until: time().until },
    }),
    (): TaskAct => ({
      ...{ kind: "Claim", taskId: random.bits(64), memberId: num(32), price: random.bits(56) },
      ...time(),
    }),
    (): TaskAct => ({
      ...{ kind: "Submit", taskId: random.bits(64), workerId: num(32), deliverableId: hash() },
      ...time(),
    }),
    (): TaskAct => ({
      ...{ kind: "Accept", taskId: random.bits(64), workerId: num(32), price: random.bits(56) },
      rating: num(8),
      ...time(),
    }),
    (): TaskAct => ({
      ...{ kind: "Deliver", taskId: random.bits(64), botId: num(32), deliverableId: hash() },
      ...time(),
    }),
  ];
  const acts = Array.from({ length: 40 }, (_, i) => {
    const act = (make[i % make.length] as () => TaskAct)();
    const signed = { act, signature: signature(i) };
    return {
      act: taskActToWire(act),
      signature: signed.signature,
      digest: taskActIdOf(actMarket, act),
      packed: packTaskActs([signed]),
    };
  });
  return { acts };
}
