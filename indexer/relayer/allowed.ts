import { abis, type Deployment } from "@peercommons/sdk";
import { type Abi, type AbiFunction, type Hex, toFunctionSelector } from "viem";

/** What counts against a cap of its own. */
export type Kind = "call" | "join" | "createSkill";

export type Allowed = { contract: string; functionName: string; kind: Kind };

/** What a relayer sends: what people do. What governors, deployers and contracts do is theirs to pay. */
const functions: Record<string, { abi: keyof typeof abis; names: readonly string[] }> = {
  Members: {
    abi: "Members",
    names: [
      "join",
      "registerOrganisation",
      "renew",
      "leave",
      "expire",
      "rotate",
      "setSealingKey",
      "setProfile",
    ],
  },
  Personhood: { abi: "Sponsorship", names: ["sponsor", "withdraw", "release"] },
  Ledger: {
    abi: "Ledger",
    names: ["pay", "payBySig", "transfer", "transferFrom", "approve", "permit", "allowOperator"],
  },
  Skills: { abi: "Skills", names: ["createSkill"] },
  Levels: { abi: "Levels", names: ["backOrganisation", "nameBacker"] },
  Bots: { abi: "Bots", names: ["registerBot"] },
  TaskMarket: {
    abi: "TaskMarket",
    names: [
      ...[
        "post",
        "raise",
        "cancel",
        "deliver",
        "decline",
        "lapse",
        "claim",
        "release",
        "expireClaim",
        "submit",
      ],
      ...[
        "requestRevision",
        "accept",
        "autoAccept",
        "reject",
        "concede",
        "dispute",
        "rule",
        "halve",
        "settle",
        "refund",
      ],
    ],
  },
  CreditLines: { abi: "CreditLines", names: ["refresh"] },
  BasicIncome: { abi: "BasicIncome", names: ["openEpoch", "claim"] },
  Splitter: { abi: "Splitter", names: ["push"] },
  Gate: { abi: "Gate", names: ["deposit", "depositWithPermit", "redeem", "listToken"] },
  Clearing: { abi: "Clearing", names: ["registerObligation", "cancelObligation", "clear", "settle"] },
};

const kinds: Record<string, Kind> = {
  join: "join",
  registerOrganisation: "join",
  createSkill: "createSkill",
};

/** Looks up what a call is; null when it is none a relayer sends. */
export function allowedCalls(deployment: Deployment): (to: string, data: Hex) => Allowed | null {
  const table = new Map<string, Allowed>();
  for (const [contract, { abi, names }] of Object.entries(functions)) {
    if (contract === "Personhood" && deployment.personhood !== "Sponsorship") continue;
    const address = deployment.contracts[contract as keyof Deployment["contracts"]].toLowerCase();
    for (const item of abis[abi] as Abi) {
      if (item.type !== "function" || !names.includes(item.name)) continue;
      const selector = toFunctionSelector(item as AbiFunction);
      table.set(`${address} ${selector}`, {
        contract,
        functionName: item.name,
        kind: kinds[item.name] ?? "call",
      });
    }
  }
  return (to, data) => table.get(`${to.toLowerCase()} ${data.slice(0, 10).toLowerCase()}`) ?? null;
}

/** Whether the address is one of the deployment's contracts at all. */
export const isOurs = (deployment: Deployment, to: string): boolean =>
  Object.values(deployment.contracts).some((address) => address.toLowerCase() === to.toLowerCase());
