// The real contracts on a real chain, in the order a deployment takes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { abis, type Deployment, deploymentIdOf } from "@peercommons/sdk";
import { type Abi, type Address, getContractAddress, type Hex, zeroHash } from "viem";
import { type Chain, root } from "./chain.ts";

const rooms = {
  Forwarder: "people",
  Members: "people",
  Ledger: "credit",
  BasicIncome: "credit",
  CreditLines: "credit",
  WelcomeDesk: "people",
  Skills: "skill",
  Bots: "commons",
  Splitter: "commons",
  Levels: "skill",
  TaskMarket: "work",
} as const;

type Name = keyof typeof rooms;

function artifactOf(name: Name): { abi: Abi; bytecode: Hex } {
  const file = join(root, `artifacts/contracts/${rooms[name]}/${name}.sol/${name}.json`);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Error(`${file} is missing: build the contracts first (npm run build).`);
  }
}

/** Deploys, wires, seats the founders (the first wallets from the fourth on), seals. Wallet 0 deploys, wallet 1 governs. */
export async function deploy(chain: Chain, founders: { address: Address; sealingKey?: Hex }[]): Promise<Deployment> {
  const wallet = chain.wallet(0);
  const governor = chain.wallet(1).account.address;
  const startBlock = await chain.test.getBlock();
  const first = await chain.test.getTransactionCount({ address: wallet.account.address });
  const order = Object.keys(rooms) as Name[];
  const at = (name: Name) =>
    getContractAddress({ from: wallet.account.address, nonce: BigInt(first + order.indexOf(name)) });
  const args: Record<Name, readonly unknown[]> = {
    Forwarder: [],
    Members: [at("Forwarder"), governor],
    Ledger: [at("Forwarder"), governor],
    BasicIncome: [at("Members"), at("Ledger")],
    CreditLines: [at("Members"), at("Ledger"), at("TaskMarket"), at("WelcomeDesk")],
    WelcomeDesk: [],
    Skills: [at("Forwarder"), at("Members"), governor],
    Bots: [at("Forwarder"), at("Members"), at("Skills")],
    Splitter: [at("Members"), at("Ledger"), at("Bots"), governor],
    Levels: [at("Forwarder"), at("Members"), at("CreditLines"), at("TaskMarket")],
    TaskMarket: [
      at("Forwarder"),
      governor,
      ...(["Members", "Ledger", "Levels", "Skills", "Bots", "CreditLines"] as const).map(at),
    ],
  };
  const sent: Hex[] = [];
  for (const name of order) {
    const { abi, bytecode } = artifactOf(name);
    sent.push(await wallet.deployContract({ abi, bytecode, args: args[name] }));
  }
  const write = async (name: "Ledger" | "Members", functionName: string, callArgs: readonly unknown[]) => {
    const hash = await wallet.writeContract({
      address: at(name),
      abi: abis[name] as Abi,
      functionName,
      args: callArgs,
    });
    sent.push(hash);
  };
  await write("Ledger", "wire", [at("Members"), at("CreditLines"), at("BasicIncome"), [at("TaskMarket"), at("Splitter")]]);
  await write("Members", "wire", [at("WelcomeDesk"), at("Ledger"), at("Bots"), at("BasicIncome"), at("CreditLines")]);
  for (const founder of founders) await write("Members", "seatFounder", [founder.address, founder.sealingKey ?? zeroHash]);
  await write("Ledger", "seal", []);
  await write("Members", "seal", []);
  for (const hash of sent) {
    const receipt = await chain.test.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success") throw new Error(`deployment step ${sent.indexOf(hash)} reverted`);
  }
  const contracts = Object.fromEntries(
    order.map((name) => [name === "WelcomeDesk" ? "Personhood" : name, at(name)]),
  ) as Deployment["contracts"];
  const startBlockHash = startBlock.hash ?? zeroHash;
  const chainId = 31_337;
  return {
    chainId,
    deploymentId: deploymentIdOf({ chainId, ledger: contracts.Ledger, startBlockHash }),
    startBlock: Number(startBlock.number),
    startBlockHash,
    contracts,
    personhood: "WelcomeDesk",
  };
}
