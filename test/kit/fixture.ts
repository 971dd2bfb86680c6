// The whole town in one process: every contract for real, wired and sealed as in a deployment.
// `loadFixture(deployTown)` in a test; helpers act as people do, through the public entry points.
import { network } from "hardhat";
import {
  type Address,
  getContractAddress,
  type Hex,
  keccak256,
  parseEther,
  stringToHex,
  zeroHash,
} from "viem";

const { viem, networkHelpers } = await network.create();

export { networkHelpers, viem };

export const HOUR = 3600;
export const DAY = 86_400;
export const PEER = 1_000_000n;

export type Wallet = Awaited<ReturnType<typeof viem.getWalletClients>>[number];

/** A registered account and the wallet of its owner. */
export type Person = { id: number; wallet: Wallet; address: Address };

export type Terms = {
  skillId: number;
  price: bigint;
  deadlineHour: number;
  effort: number;
  claimHours: number;
  reviewHours: number;
  flags: number;
  quotedBand: number;
};

/** A content id nobody can mistake for another test's. */
export const contentId = (text: string): Hex => keccak256(stringToHex(text));

/** Deploys all contracts in the order a deployment does; those that need each other know their addresses beforehand. */
async function deployContracts(deployer: Wallet, governor: Address) {
  const publicClient = await viem.getPublicClient();
  const client = { client: { wallet: deployer } };
  const first = BigInt(await publicClient.getTransactionCount({ address: deployer.account.address }));
  const order = [
    "forwarder",
    "members",
    "ledger",
    "basicIncome",
    "creditLines",
    "sponsorship",
    "welcomeDesk",
    "skills",
    "bots",
    "splitter",
    "levels",
    "taskMarket",
    "clearing",
    "playDollar",
    "gate",
  ];
  const predicted = (name: string) =>
    getContractAddress({ from: deployer.account.address, nonce: first + BigInt(order.indexOf(name)) });

  const forwarder = await viem.deployContract("Forwarder", [], client);
  const members = await viem.deployContract("Members", [forwarder.address, governor], client);
  const ledger = await viem.deployContract(
    "Ledger",
    [forwarder.address, governor, predicted("splitter")],
    client,
  );
  const basicIncome = await viem.deployContract("BasicIncome", [members.address, ledger.address], client);
  const creditLines = await viem.deployContract(
    "CreditLines",
    [members.address, ledger.address, predicted("taskMarket"), predicted("sponsorship")],
    client,
  );
  const sponsorship = await viem.deployContract(
    "Sponsorship",
    [forwarder.address, members.address, ledger.address, creditLines.address],
    client,
  );
  const welcomeDesk = await viem.deployContract("WelcomeDesk", [], client);
  const skills = await viem.deployContract("Skills", [forwarder.address, members.address], client);
  const bots = await viem.deployContract(
    "Bots",
    [forwarder.address, members.address, skills.address],
    client,
  );
  const splitter = await viem.deployContract(
    "Splitter",
    [members.address, ledger.address, bots.address],
    client,
  );
  const levels = await viem.deployContract(
    "Levels",
    [forwarder.address, members.address, creditLines.address, predicted("taskMarket")],
    client,
  );
  const taskMarket = await viem.deployContract(
    "TaskMarket",
    [
      forwarder.address,
      governor,
      members.address,
      ledger.address,
      levels.address,
      skills.address,
      bots.address,
      creditLines.address,
    ],
    client,
  );
  const clearing = await viem.deployContract(
    "Clearing",
    [forwarder.address, members.address, ledger.address],
    client,
  );
  const playDollar = await viem.deployContract("PlayDollar", [], client);
  const gate = await viem.deployContract(
    "Gate",
    [forwarder.address, members.address, ledger.address, [playDollar.address]],
    client,
  );
  return {
    forwarder,
    members,
    ledger,
    basicIncome,
    creditLines,
    sponsorship,
    welcomeDesk,
    skills,
    bots,
    splitter,
    levels,
    taskMarket,
    clearing,
    playDollar,
    gate,
  };
}

export type Personhood = "welcomeDesk" | "sponsorship";

/** Everything a test needs. Deployed, wired, three founders seated, sealed. */
async function buildTown(personhood: Personhood) {
  const wallets = await viem.getWalletClients();
  const [deployer, governor, relayer, ...people] = wallets;
  if (!deployer || !governor || !relayer) throw new Error("The test network gives too few wallets.");
  const publicClient = await viem.getPublicClient();
  const testClient = await viem.getTestClient();
  const contracts = await deployContracts(deployer, governor.account.address);
  const { members, ledger, basicIncome, creditLines, skills, bots, taskMarket, splitter, levels } = contracts;
  const { clearing, gate } = contracts;

  const asDeployer = { account: deployer.account };
  await ledger.write.wire(
    [members.address, creditLines.address, basicIncome.address, [taskMarket.address, clearing.address]],
    asDeployer,
  );
  await ledger.write.wireGate([gate.address], asDeployer);
  await members.write.wire(
    [
      contracts[personhood].address,
      ledger.address,
      bots.address,
      basicIncome.address,
      creditLines.address,
      taskMarket.address,
      splitter.address,
    ],
    asDeployer,
  );

  let next = 0;
  /** A wallet no account uses yet, with ether for gas. */
  function newWallet(): Wallet {
    // Behind the founders they go round, because a loaded fixture takes the chain back but not this counter.
    const founders = 3;
    const at = next < founders ? next : founders + ((next - founders) % (people.length - founders));
    next++;
    const wallet = people[at];
    if (!wallet) throw new Error("The test network has no wallet left.");
    return wallet;
  }

  async function personOf(wallet: Wallet): Promise<Person> {
    const id = await members.read.idOf([wallet.account.address]);
    return { id, wallet, address: wallet.account.address };
  }

  async function seatFounder(wallet = newWallet()): Promise<Person> {
    await members.write.seatFounder([wallet.account.address, zeroHash], asDeployer);
    return personOf(wallet);
  }

  const founders = [await seatFounder(), await seatFounder(), await seatFounder()] as const;
  await ledger.write.seal(asDeployer);
  await members.write.seal(asDeployer);

  async function join(wallet = newWallet()): Promise<Person> {
    await members.write.join([zeroHash, "0x"], { account: wallet.account });
    return personOf(wallet);
  }

  async function joinMany(count: number): Promise<Person[]> {
    const list: Person[] = [];
    for (let i = 0; i < count; i++) list.push(await join());
    return list;
  }

  async function registerOrganisation(wallet = newWallet()): Promise<Person> {
    await members.write.registerOrganisation([zeroHash], { account: wallet.account });
    return personOf(wallet);
  }

  async function createSkill(symbol: string, parentId = 0, creator: Person = founders[0]): Promise<number> {
    const account = creator.wallet.account;
    await skills.write.createSkill([creator.id, parentId, symbol, symbol, contentId(symbol)], { account });
    return skills.read.skillBySymbol([symbol]);
  }

  async function registerBot(
    skillId: number,
    terms: Partial<{ computeBps: number; commonsBps: number; potBps: number }> = {},
    creator: Person = founders[0],
    operator = newWallet(),
  ): Promise<Person> {
    const bot = {
      skillId,
      creatorId: creator.id,
      computeBps: 2000,
      commonsBps: 7000,
      potBps: 5000,
      ...terms,
    };
    const modelHash = contentId("model");
    const deadline = BigInt((await now()) + DAY);
    const signature = await operator.signTypedData({
      domain: {
        name: "PeerCommons Bots",
        version: "1",
        chainId: await publicClient.getChainId(),
        verifyingContract: bots.address,
      },
      types: {
        Operate: [
          { name: "creatorId", type: "uint32" },
          { name: "skillId", type: "uint24" },
          { name: "computeBps", type: "uint16" },
          { name: "modelHash", type: "bytes32" },
          { name: "sealingKey", type: "bytes32" },
          { name: "deadline", type: "uint256" },
        ],
      },
      primaryType: "Operate",
      message: {
        creatorId: creator.id,
        skillId,
        computeBps: bot.computeBps,
        modelHash,
        sealingKey: zeroHash,
        deadline,
      },
    });
    await bots.write.registerBot(
      [creator.id, operator.account.address, bot, modelHash, zeroHash, "Test bot", deadline, signature],
      { account: creator.wallet.account },
    );
    return personOf(operator);
  }

  /** Terms of a plain task: one hour's work for 4 PEER, a week's time. */
  async function terms(fields: Partial<Terms> & { skillId: number }): Promise<Terms> {
    return {
      price: 4n * PEER,
      deadlineHour: Math.floor((await now()) / HOUR) + 7 * 24,
      effort: 1,
      claimHours: 0,
      reviewHours: 0,
      flags: 0,
      quotedBand: 255,
      ...fields,
    };
  }

  async function post(poster: Person, fields: Partial<Terms> & { skillId: number }): Promise<bigint> {
    const { result, request } = await taskMarket.simulate.post(
      [poster.id, await terms(fields), contentId("body")],
      { account: poster.address },
    );
    await poster.wallet.writeContract(request);
    return result;
  }

  const claim = (taskId: bigint, worker: Person) =>
    taskMarket.write.claim([taskId, worker.id], { account: worker.wallet.account });
  const submit = (taskId: bigint, worker: Person) =>
    taskMarket.write.submit([taskId, contentId("work")], { account: worker.wallet.account });
  const accept = (taskId: bigint, poster: Person, rating = 5) =>
    taskMarket.write.accept([taskId, rating], { account: poster.wallet.account });
  const deliver = (taskId: bigint, bot: Person) =>
    taskMarket.write.deliver([taskId, bot.id, contentId("bot work")], { account: bot.wallet.account });

  /** Waits until a member of that level may claim the open task. */
  async function untilEligible(taskId: bigint, level = 0): Promise<void> {
    const at = Number(await taskMarket.read.eligibleAt([taskId, level]));
    if ((await now()) < at) await warp(at);
  }

  /** A task from post to paid. */
  async function finishTask(poster: Person, worker: Person, fields: Partial<Terms> & { skillId: number }) {
    const taskId = await post(poster, { flags: 1, ...fields });
    const { level } = await levels.read.standingOf([worker.id, fields.skillId]);
    await untilEligible(taskId, level);
    await claim(taskId, worker);
    await submit(taskId, worker);
    await accept(taskId, poster);
    return taskId;
  }

  /** Pays, so that somebody has cash. */
  const pay = (from: Person, to: Address, amount: bigint) =>
    ledger.write.pay([to, amount, zeroHash], { account: from.wallet.account });

  /** Sum of the stored balances of everybody and everything that can hold PEER: zero, always. */
  async function sumOfBalances(): Promise<bigint> {
    const count = await members.read.accountCount();
    const holders = new Set<Address>([await ledger.read.commons()]);
    for (const contract of [taskMarket, basicIncome, clearing, gate]) holders.add(contract.address);
    for (let id = 1; id <= count; id++) {
      holders.add((await members.read.accountOf([id])).owner);
      holders.add(await bots.read.payeeOf([id]));
    }
    const skillCount = await skills.read.skillCount();
    for (let id = 1; id <= skillCount; id++) holders.add(await splitter.read.potAddress([id]));
    let sum = 0n;
    for (const holder of holders) sum += (await ledger.read.accountOf([holder])).balance;
    return sum;
  }

  return {
    ...contracts,
    deployer,
    governor,
    relayer,
    founders,
    publicClient,
    testClient,
    newWallet,
    personOf,
    join,
    joinMany,
    registerOrganisation,
    createSkill,
    registerBot,
    terms,
    post,
    claim,
    submit,
    accept,
    deliver,
    untilEligible,
    finishTask,
    pay,
    sumOfBalances,
  };
}

export type Town = Awaited<ReturnType<typeof deployTown>>;

/** The local town: the welcome desk admits anyone. */
export async function deployTown() {
  return buildTown("welcomeDesk");
}

/** The town with sponsors as its personhood check. */
export async function deploySponsoredTown() {
  return buildTown("sponsorship");
}

/* TIME */

export const now = () => networkHelpers.time.latest();

/** The next block is mined at that second. */
export async function warp(timestamp: number): Promise<void> {
  await networkHelpers.time.increaseTo(timestamp);
}

export async function skip(seconds: number): Promise<void> {
  await networkHelpers.time.increase(seconds);
}

/** Gives an address that has no wallet here ether for gas. */
export async function fund(address: Address): Promise<void> {
  await networkHelpers.setBalance(address, parseEther("10"));
}
