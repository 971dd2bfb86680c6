import { expect } from "chai";
import { concat, getAddress, type Hex, keccak256, stringToHex, toHex } from "viem";
import { contentId, DAY, deployTown, networkHelpers, now, viem, type Wallet } from "../../kit/fixture.ts";
import { as, rotation } from "../../kit/people.ts";

const modelHash = contentId("model");
const sealingKey = contentId("sealing key");

type Fields = Partial<{
  creatorId: number;
  termsCreatorId: number;
  skillId: number;
  computeBps: number;
  commonsBps: number;
  potBps: number;
  name: string;
  operator: Hex;
  deadline: bigint;
}>;

async function botTown() {
  const town = await deployTown();
  const { bots, founders, publicClient } = town;
  const [creator] = founders;
  const skillId = await town.createSkill("design");
  const operator = town.newWallet();

  /** A registration signed by `signer`, the operator; `altered` is changed behind its back. */
  async function registration(fields: Fields = {}, signer: Wallet = operator, altered: Fields = {}) {
    const honest = {
      creatorId: creator.id,
      skillId,
      computeBps: 2000,
      commonsBps: 7000,
      potBps: 5000,
      name: "Helper",
      operator: signer.account.address,
      deadline: BigInt((await now()) + DAY),
      ...fields,
    };
    const operatorSignature = await signer.signTypedData({
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
      message: { ...honest, modelHash, sealingKey },
    });
    const sent = { ...honest, ...altered };
    const { creatorId, computeBps, commonsBps, potBps, name, deadline } = sent;
    const terms = {
      skillId: sent.skillId,
      creatorId: sent.termsCreatorId ?? creatorId,
      computeBps,
      commonsBps,
      potBps,
    };
    return [
      creatorId,
      sent.operator,
      terms,
      modelHash,
      sealingKey,
      name,
      deadline,
      operatorSignature,
    ] as const;
  }

  const register = async (...parameters: Parameters<typeof registration>) =>
    bots.write.registerBot(await registration(...parameters), as(creator));
  return { ...town, creator, skillId, operator, registration, register };
}

describe("Bots", () => {
  const load = () => networkHelpers.loadFixture(botTown);

  describe("registerBot", () => {
    it("registers an account for the operator and keeps the terms", async () => {
      const { bots, members, creator, operator, skillId, registration } = await load();
      const botId = (await members.read.accountCount()) + 1;
      const payee = await bots.read.payeeOf([botId]);
      const args = await registration();
      const registering = bots.write.registerBot(args, as(creator));
      await viem.assertions.emitWithArgs(registering, bots, "BotRegistered", [
        botId,
        skillId,
        creator.id,
        getAddress(operator.account.address),
        payee,
        modelHash,
        2000,
        7000,
        5000,
        "Helper",
        args[6],
      ]);
      const account = await members.read.accountOf([botId]);
      expect(account.owner).to.equal(getAddress(operator.account.address));
      expect([account.kind, account.skillId, account.seatUntilDay]).to.deep.equal([3, skillId, 0]);
      expect(await bots.read.botOf([botId])).to.deep.equal({
        skillId,
        creatorId: creator.id,
        computeBps: 2000,
        commonsBps: 7000,
        potBps: 5000,
      });
      expect(await bots.read.botCount([skillId])).to.equal(1);
    });

    it("announces the sealing key with the account", async () => {
      const { members, register } = await load();
      await register();
      const [event] = await members.getEvents.AccountRegistered();
      expect(event?.args.sealingKey).to.equal(sealingKey);
    });

    it("opens operator and payee in the ledger, and gives the bot no line and no vote", async () => {
      const { bots, members, ledger, operator, register } = await load();
      await register();
      const botId = await members.read.accountCount();
      const open = 8;
      for (const address of [operator.account.address, await bots.read.payeeOf([botId])]) {
        expect((await ledger.read.accountOf([address])).flags & open).to.equal(open);
        expect(await ledger.read.available([address])).to.equal(0n);
      }
      expect(await members.read.getVotes([operator.account.address])).to.equal(0n);
    });

    it("accepts every bound and nothing beyond", async () => {
      const { bots, register, newWallet } = await load();
      const bounds = { computeBps: [0, 2000], commonsBps: [5000, 9000], potBps: [2000, 8000] } as const;
      for (const [what, [min, max]] of Object.entries(bounds)) {
        for (const value of [min, max]) await register({ [what]: value }, newWallet());
        for (const value of [min - 1, max + 1, 65_535].filter((value) => value >= 0)) {
          await viem.assertions.revertWithCustomErrorWithArgs(
            register({ [what]: value }, newWallet()),
            bots,
            "BotsOutOfBounds",
            [stringToHex(what, { size: 32 }), BigInt(value), BigInt(min), BigInt(max)],
          );
        }
      }
    });

    it("is the creator's act", async () => {
      const { bots, registration, founders, creator } = await load();
      await viem.assertions.revertWithCustomErrorWithArgs(
        bots.write.registerBot(await registration(), as(founders[1])),
        bots,
        "BotsNotOwner",
        [creator.id, getAddress(founders[1].address)],
      );
      await viem.assertions.revertWithCustomError(
        bots.write.registerBot(await registration({ creatorId: 99 }), as(creator)),
        bots,
        "BotsNotOwner",
      );
    });

    it("cannot name one creator and pay another", async () => {
      const { bots, register, founders } = await load();
      await viem.assertions.revertWithCustomError(
        register({ termsCreatorId: founders[1].id }),
        bots,
        "BotsNotOwner",
      );
    });

    it("refuses a skill that does not exist, the root included", async () => {
      const { skills, register } = await load();
      for (const skillId of [0, 2]) {
        await viem.assertions.revertWithCustomErrorWithArgs(register({ skillId }), skills, "SkillsUnknown", [
          skillId,
        ]);
      }
    });

    it("refuses names nobody can read", async () => {
      const { bots, register } = await load();
      for (const name of ["", "x".repeat(65), "a\nb"]) {
        await viem.assertions.revertWithCustomErrorWithArgs(register({ name }), bots, "BotsBadName", [name]);
      }
    });
  });

  describe("the operator's consent", () => {
    it("is asked, so that nobody's address is taken", async () => {
      const { bots, register, newWallet } = await load();
      const victim = newWallet().account.address;
      await viem.assertions.revertWithCustomErrorWithArgs(
        register({}, undefined, { operator: victim }),
        bots,
        "BotsBadSignature",
        [getAddress(victim)],
      );
    });

    it("covers creator, skill, compute and deadline", async () => {
      const { bots, createSkill, register } = await load();
      const other = await createSkill("other");
      for (const altered of [{ skillId: other }, { computeBps: 1 }, { deadline: 2n ** 255n }]) {
        await viem.assertions.revertWithCustomError(
          register({}, undefined, altered),
          bots,
          "BotsBadSignature",
        );
      }
    });

    it("runs out", async () => {
      const { bots, register } = await load();
      await viem.assertions.revertWithCustomError(
        register({ deadline: BigInt((await now()) - 1) }),
        bots,
        "BotsSignatureExpired",
      );
    });

    it("works once, also after the operator gave the bot to another key", async () => {
      const town = await load();
      const { bots, members, operator, registration, creator, newWallet } = town;
      const signed = await registration();
      await bots.write.registerBot(signed, as(creator));
      const again = () =>
        viem.assertions.revertWithCustomErrorWithArgs(
          bots.write.registerBot(signed, as(creator)),
          bots,
          "BotsConsentUsed",
          [getAddress(operator.account.address)],
        );
      await again();
      const botId = await members.read.idOf([operator.account.address]);
      const account = operator.account;
      await members.write.rotate(await rotation(town, botId, newWallet()), { account });
      await again();
    });

    it("is worth nothing for an address that has an account", async () => {
      const { bots, members, skillId, register } = await load();
      await register();
      await viem.assertions.revertWithCustomError(
        register({ computeBps: 1 }),
        members,
        "MembersAddressTaken",
      );
      expect(await bots.read.botCount([skillId])).to.equal(1);
    });

    it("can be a contract's", async () => {
      const { members, operator, register } = await load();
      const wallet = await viem.deployContract("SignerWallet", [operator.account.address]);
      await register({ operator: wallet.address });
      expect(await members.read.idOf([wallet.address])).to.be.greaterThan(0);
    });
  });

  describe("payeeOf", () => {
    it("is a function of the id alone, which nobody holds a key for", async () => {
      const { bots } = await load();
      const hash = keccak256(concat([stringToHex("PeerCommons bot", { size: 32 }), toHex(7, { size: 32 })]));
      expect(await bots.read.payeeOf([7])).to.equal(getAddress(`0x${hash.slice(26)}`));
    });
  });

  it("knows nothing of a bot that is not registered", async () => {
    const { bots } = await load();
    expect((await bots.read.botOf([1])).skillId).to.equal(0);
  });
});
