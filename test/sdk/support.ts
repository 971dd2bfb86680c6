// A deployment nobody deployed, and values that any action may take.
import { readdirSync } from "node:fs";
import * as sdk from "@peercommons/sdk";
import { type Address, getAddress, keccak256, numberToHex, stringToHex } from "viem";
import { mnemonicToAccount } from "viem/accounts";

const mnemonic = "test test test test test test test test test test test junk";
/** Account 0 of the well-known test mnemonic. */
export const account = mnemonicToAccount(mnemonic);

const addressOf = (index: number): Address => getAddress(numberToHex(0x1000 + index, { size: 20 }));
const contracts = Object.fromEntries(sdk.contractNames.map((name, i) => [name, addressOf(i)]));
const startBlockHash = keccak256(stringToHex("a block"));
const ledger = contracts.Ledger ?? addressOf(0);

/** What deployment.json holds, as text. */
export const deploymentText = JSON.stringify({
  chainId: 31_337,
  deploymentId: sdk.deploymentIdOf({ chainId: 31_337, ledger, startBlockHash }),
  startBlock: 7,
  startBlockHash,
  contracts,
  personhood: "WelcomeDesk",
});
export const deployment = sdk.parseDeployment(deploymentText);

const id = keccak256(stringToHex("content"));
const signature = `0x${"11".repeat(64)}1b` as const;

const parameters = {
  acts: [
    {
      act: { kind: "Claim", taskId: 5n, memberId: 7, price: 1n, since: 8, until: 9 } as const,
      signature,
    },
  ],
  deployment,
  accountId: 7,
  allowed: true,
  amount: 2_500_000n,
  arbiter: account.address,
  botId: 12,
  contentId: id,
  creatorId: 7,
  creditorId: 9,
  deadline: 1_763_640_000n,
  deliverableId: id,
  from: account.address,
  memberId: 9,
  memo: id,
  modelHash: id,
  name: "Logo design",
  newOwner: account.address,
  newcomer: account.address,
  obligation: {
    debtorId: 7,
    creditorId: 9,
    number: 3,
    amount: 2_500_000n,
    dueDay: 20_500,
    memo: id,
    deadline: 1_763_640_000n,
  },
  obligationId: 38_654_705_667n,
  edges: [{ obligationId: 38_654_705_667n, amount: 2_500_000n }],
  number: 3,
  payerId: 7,
  receiverIds: [9],
  newcomerId: 30,
  nonce: 0n,
  noteId: id,
  operator: account.address,
  operatorSignature: signature,
  organisationId: 20,
  owner: account.address,
  parentId: 1,
  posterId: 7,
  posterSignature: signature,
  price: 6_000_000n,
  proof: "0x",
  rating: 5,
  reasonId: id,
  sealingKey: id,
  share: 50,
  shareBps: 7_500,
  signature,
  spender: account.address,
  sponsorId: 7,
  symbol: "logo",
  taskId: sdk.taskIdOf(7, 3),
  terms: {
    ...sdk.taskTerms({ skillId: 3, price: 5_000_000n, effort: 1, deadlineAt: 1_763_640_000 }),
    creatorId: 7,
    computeBps: 1_000,
    commonsBps: 7_000,
    potBps: 5_000,
  },
  to: addressOf(99),
  token: addressOf(98),
  workerSignature: signature,
} as const;

const folder = new URL("../../contracts/sdk/src/actions/", import.meta.url);

/** Every action: one a file, of the file's name, handed out by the door. */
const actions = Object.fromEntries(
  readdirSync(folder).map((file) => {
    const name = file.replace(/\.ts$/, "");
    return [name, Reflect.get(sdk, name) as unknown];
  }),
);

export const one = { actions, parameters };
