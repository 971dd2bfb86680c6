import { type Address, isAddressEqual, type PublicClient, parseAbi } from "viem";
import type { ContractName, PersonhoodName } from "./PeerCommons.ts";

type Addresses = Record<ContractName, Address>;

/** Flags of a core operator in the ledger: SYSTEM, OPERATOR and CORE. */
const coreFlags = 1 | 2 | 4;

const trusting = [
  "Members",
  "Ledger",
  "CreditLines",
  "Skills",
  "Bots",
  "Splitter",
  "Levels",
  "TaskMarket",
  "Clearing",
  "Gate",
] as const;
const operators = ["BasicIncome", "TaskMarket", "Clearing", "Gate"] as const;

/** Every pointer from one contract to another: contract, getter, whom it must name. */
const pointers: readonly (readonly [ContractName, string, ContractName])[] = [
  ["Members", "personhood", "Personhood"],
  ["Members", "ledger", "Ledger"],
  ["Members", "bots", "Bots"],
  ["Members", "income", "BasicIncome"],
  ["Members", "lines", "CreditLines"],
  ["Members", "tasks", "TaskMarket"],
  ["Members", "splitter", "Splitter"],
  ["Ledger", "splitter", "Splitter"],
  ["Ledger", "members", "Members"],
  ["Ledger", "creditLines", "CreditLines"],
  ["Ledger", "basicIncome", "BasicIncome"],
  ["CreditLines", "members", "Members"],
  ["CreditLines", "ledger", "Ledger"],
  ["CreditLines", "taskMarket", "TaskMarket"],
  ["CreditLines", "sponsorship", "Personhood"],
  ["BasicIncome", "members", "Members"],
  ["BasicIncome", "ledger", "Ledger"],
  ["Skills", "members", "Members"],
  ["Bots", "members", "Members"],
  ["Bots", "skills", "Skills"],
  ["Splitter", "members", "Members"],
  ["Splitter", "ledger", "Ledger"],
  ["Splitter", "bots", "Bots"],
  ["Levels", "members", "Members"],
  ["Levels", "creditLines", "CreditLines"],
  ["Levels", "taskMarket", "TaskMarket"],
  ["TaskMarket", "members", "Members"],
  ["TaskMarket", "ledger", "Ledger"],
  ["TaskMarket", "levels", "Levels"],
  ["TaskMarket", "skills", "Skills"],
  ["TaskMarket", "bots", "Bots"],
  ["TaskMarket", "creditLines", "CreditLines"],
  ["Clearing", "members", "Members"],
  ["Clearing", "ledger", "Ledger"],
  ["Gate", "members", "Members"],
  ["Gate", "ledger", "Ledger"],
];

const sponsorshipPointers: typeof pointers = [
  ["Personhood", "members", "Members"],
  ["Personhood", "ledger", "Ledger"],
  ["Personhood", "lines", "CreditLines"],
];

const governed: readonly ContractName[] = ["Members", "Ledger", "TaskMarket"];

/**
 * Whether every contract points at the right others. Returns one sentence for each that does not; none when all is well.
 * A town is sealed only then, because a seal cannot be undone.
 */
export async function wiringFaults(parameters: {
  client: PublicClient;
  addresses: Addresses;
  governor: Address;
  personhood: PersonhoodName;
}): Promise<string[]> {
  const { client, addresses, governor } = parameters;
  // Of the checks, only the sponsors' points at others.
  const sponsored = parameters.personhood === "Sponsorship";
  const all = sponsored ? [...pointers, ...sponsorshipPointers] : pointers;
  const askAddress = (contract: ContractName, getter: string): Promise<Address> =>
    client.readContract({ address: addresses[contract], abi: getterAbi(getter), functionName: getter });

  const named = all.map(async ([contract, getter, expected]) => {
    const found = await askAddress(contract, getter);
    if (isAddressEqual(found, addresses[expected])) return [];
    return [`${contract}.${getter} is ${found}, but ${expected} is at ${addresses[expected]}.`];
  });
  const governors = governed.map(async (contract) => {
    const found = await askAddress(contract, "governor");
    return isAddressEqual(found, governor)
      ? []
      : [`${contract}.governor is ${found}, but ought to be ${governor}.`];
  });
  const forwarders = (sponsored ? [...trusting, "Personhood" as const] : trusting).map(async (contract) => {
    const trusts = await client.readContract({
      address: addresses[contract],
      abi: parseAbi(["function isTrustedForwarder(address) view returns (bool)"]),
      functionName: "isTrustedForwarder",
      args: [addresses.Forwarder],
    });
    return trusts ? [] : [`${contract} does not trust the forwarder at ${addresses.Forwarder}.`];
  });
  const cores = operators.map(async (contract) => {
    const account = await client.readContract({
      address: addresses.Ledger,
      abi: ledgerAbi,
      functionName: "accountOf",
      args: [addresses[contract]],
    });
    return (account.flags & coreFlags) === coreFlags
      ? []
      : [`${contract} is not a core operator of the ledger.`];
  });
  return (await Promise.all([...named, ...governors, ...forwarders, ...cores])).flat();
}

const getterAbi = (name: string) =>
  [
    { type: "function", name, stateMutability: "view", inputs: [], outputs: [{ name: "", type: "address" }] },
  ] as const;

const ledgerAbi = parseAbi([
  "struct LedgerAccount { int96 balance; uint64 limit; uint40 checkpoint; uint16 negativeSinceDay; uint32 locks; uint8 flags; }",
  "function accountOf(address) view returns (LedgerAccount)",
]);
