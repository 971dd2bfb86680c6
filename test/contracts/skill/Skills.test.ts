import { expect } from "chai";
import {
  encodeDeployData,
  getAddress,
  getContractAddress,
  getCreate2Address,
  type Hex,
  keccak256,
  pad,
  toHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { contentId, deployTown, networkHelpers, now, type Person, viem } from "../../kit/fixture.ts";
import { as } from "../../kit/people.ts";

async function skillTown() {
  const town = await deployTown();
  const [creator] = town.founders;
  const create = (symbol: string, parentId = 0, name = "Some skill", by: Person = creator) =>
    town.skills.write.createSkill([by.id, parentId, name, symbol, zeroHash], as(by));
  return { ...town, creator, create };
}

/** CREATE3 as EIP-style factories do it: a proxy by CREATE2, whose first CREATE is the face. */
function faceOf(skills: Hex, skillId: number): Hex {
  const proxyCode: Hex = "0x73365f5f37365f34f06012573d5f5f3e3d5ffd5b005f526014600cf3";
  const salt = pad(toHex(skillId), { size: 32 });
  const proxy = getCreate2Address({ from: skills, salt, bytecodeHash: keccak256(proxyCode) });
  return getContractAddress({ from: proxy, nonce: 1n });
}

describe("Skills", () => {
  const load = () => networkHelpers.loadFixture(skillTown);

  describe("createSkill", () => {
    it("counts up from 1 and tells everything an indexer needs", async () => {
      const { skills, creator } = await load();
      const content = contentId("about design");
      await viem.assertions.emitWithArgs(
        skills.write.createSkill([creator.id, 0, "Design & dréams", "design", content], as(creator)),
        skills,
        "SkillCreated",
        [1, 0, creator.id, "Design & dréams", "design", getAddress(faceOf(skills.address, 1)), content],
      );
      expect(await skills.read.skillOf([1])).to.deep.equal({
        parentId: 0,
        depth: 1,
        creatorId: creator.id,
        createdAt: await now(),
      });
      expect(await skills.read.skillBySymbol(["design"])).to.equal(1);
      expect(await skills.read.symbolOf([1])).to.equal("design");
      expect(await skills.read.skillCount()).to.equal(1);
    });

    it("grows a tree five deep and no deeper", async () => {
      const { skills, create } = await load();
      for (let depth = 1; depth <= 5; depth++) {
        await create(`depth-${depth}`, depth - 1);
        expect((await skills.read.skillOf([depth])).depth).to.equal(depth);
      }
      await viem.assertions.revertWithCustomErrorWithArgs(create("depth-6", 5), skills, "SkillsTooDeep", [5]);
    });

    it("refuses a parent that does not exist", async () => {
      const { skills, create } = await load();
      await viem.assertions.revertWithCustomErrorWithArgs(create("orphan", 1), skills, "SkillsUnknown", [1]);
    });

    it("works for any registered account, and only for its owner", async () => {
      const { skills, create, registerOrganisation, founders, newWallet, creator } = await load();
      await create("org-skill", 0, "Ours", await registerOrganisation());
      const stranger = newWallet();
      for (const id of [creator.id, 0, 99]) {
        await viem.assertions.revertWithCustomErrorWithArgs(
          skills.write.createSkill([id, 0, "Name", "symbol", zeroHash], { account: stranger.account }),
          skills,
          "SkillsNotOwner",
          [id, getAddress(stranger.account.address)],
        );
      }
      await create("by-another", 0, "Other", founders[1]);
    });

    describe("symbols", () => {
      it("are 2 to 16 of a-z, 0-9 and -", async () => {
        const { skills, create } = await load();
        for (const symbol of ["ab", "a-1", "0123456789abcdef", "zz-"]) await create(symbol);
        for (const symbol of [
          "",
          "a",
          "0123456789abcdefg",
          "Design",
          "de sign",
          "dé",
          "a_b",
          "a\u0000",
          "#ab",
          "a`",
          "a{",
          "a/",
          "a:",
        ]) {
          await viem.assertions.revertWithCustomErrorWithArgs(create(symbol), skills, "SkillsBadSymbol", [
            symbol,
          ]);
        }
      });

      it("belong to one skill", async () => {
        const { skills, create } = await load();
        await create("design");
        await viem.assertions.revertWithCustomErrorWithArgs(create("design"), skills, "SkillsSymbolTaken", [
          "design",
          1,
        ]);
        await viem.assertions.revertWithCustomErrorWithArgs(create("peer"), skills, "SkillsSymbolTaken", [
          "peer",
          0,
        ]);
      });

      it("do not match each other's beginnings", async () => {
        const { skills, create } = await load();
        await create("design");
        await create("designs");
        expect(await skills.read.skillBySymbol(["design"])).to.equal(1);
        expect(await skills.read.skillBySymbol(["desig"])).to.equal(0);
        expect(await skills.read.skillBySymbol(["0123456789abcdefg"])).to.equal(0);
        expect(await skills.read.symbolOf([9])).to.equal("");
      });

      it("may be as long as their word", async () => {
        const { skills, create } = await load();
        await create("0123456789abcdef");
        expect(await skills.read.symbolOf([1])).to.equal("0123456789abcdef");
        expect(await skills.read.skillBySymbol(["0123456789abcdef"])).to.equal(1);
      });
    });

    describe("names", () => {
      it("are 1 to 64 bytes without control characters and outer spaces", async () => {
        const { skills, create } = await load();
        await create("one", 0, "x");
        await create("full", 0, "y".repeat(64));
        await create("umlaut", 0, "Übersetzen 日本語");
        for (const name of ["", "y".repeat(65), " x", "x ", "a\nb", "a\u0000b", "a\u007fb", "ü".repeat(33)]) {
          await viem.assertions.revertWithCustomErrorWithArgs(
            create("bad", 0, name),
            skills,
            "SkillsBadName",
            [name],
          );
        }
      });
    });

    it("costs less than half of its budget of 300,000, so that a face fits into the same call", async () => {
      const { create, publicClient } = await load();
      await create("first");
      const hash = await create("second", 1, "y".repeat(64));
      const { gasUsed } = await publicClient.getTransactionReceipt({ hash });
      expect(gasUsed < 150_000n, `used ${gasUsed}`).to.equal(true);
    });
  });

  describe("faces", () => {
    it("have addresses that hang on the contract and the id alone", async () => {
      const { skills } = await load();
      for (const id of [1, 2, 77, 16_777_215]) {
        expect(await skills.read.faceOf([id])).to.equal(getAddress(faceOf(skills.address, id)));
      }
    });

    it("are deployed there by the market, once each, whatever their code", async () => {
      const { skills, governor, creator, create } = await load();
      await create("design");
      const market = await viem.deployContract("MarketMock", [skills.address]);
      await skills.write.setMarket([market.address], { account: governor.account });
      const artifact = await viem.deployContract("ForwardTarget", [creator.address]);
      const code = encodeDeployData({
        abi: artifact.abi,
        bytecode: (await (await import("hardhat")).artifacts.readArtifact("ForwardTarget")).bytecode,
        args: [creator.address],
      });
      await market.write.deployFace([1, code]);
      const face = await viem.getContractAt("ForwardTarget", await skills.read.faceOf([1]));
      expect(await face.read.trustedForwarder()).to.equal(getAddress(creator.address));
      let again = true;
      try {
        await market.write.deployFace([1, code]);
      } catch {
        again = false;
      }
      expect(again).to.equal(false);
      await viem.assertions.revertWithCustomError(
        market.write.deployFace([2, code]),
        skills,
        "SkillsUnknown",
      );
    });

    it("are opened by the market in the call that creates the skill", async () => {
      const { skills, governor, create } = await load();
      const market = await viem.deployContract("MarketMock", [skills.address]);
      await skills.write.setMarket([market.address], { account: governor.account });
      await create("design", 0, "Design");
      expect(await market.read.lastSkill()).to.equal(1);
      expect(await market.read.lastName()).to.equal("Design");
    });

    it("are no business of anybody else", async () => {
      const { skills, governor, creator } = await load();
      await viem.assertions.revertWithCustomError(
        skills.write.deployFace([1, "0x00"], as(creator)),
        skills,
        "SkillsNotAuthorised",
      );
      await viem.assertions.revertWithCustomError(
        skills.write.setMarket([creator.address], as(creator)),
        skills,
        "SkillsNotAuthorised",
      );
      const account = { account: governor.account };
      await viem.assertions.revertWithCustomError(
        skills.write.setMarket([zeroAddress], account),
        skills,
        "SkillsNotAuthorised",
      );
      await skills.write.setMarket([creator.address], account);
      await viem.assertions.revertWithCustomError(
        skills.write.setMarket([governor.account.address], account),
        skills,
        "SkillsNotAuthorised",
      );
    });
  });
});
