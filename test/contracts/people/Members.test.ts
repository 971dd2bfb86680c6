import { expect } from "chai";
import {
  encodeFunctionData,
  getAddress,
  type Hex,
  keccak256,
  stringToHex,
  zeroAddress,
  zeroHash,
} from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { DAY, deployTown, networkHelpers, now, PEER, skip, viem } from "../../kit/fixture.ts";
import { as, rotation } from "../../kit/people.ts";

const key: Hex = keccak256(stringToHex("sealing key"));
const kinds = { member: 1, organisation: 2, bot: 3 } as const;

const today = async () => Math.floor((await now()) / DAY);

/** A town whose governor put a check of our choice in force. */
async function hostileTown() {
  const town = await deployTown();
  const member = await town.join();
  const hostile = await viem.deployContract("HostilePersonhood");
  await town.members.write.proposePersonhood([hostile.address], { account: town.governor.account });
  await skip(30 * DAY);
  await town.members.write.setPersonhood();
  return { town, member, hostile };
}

describe("Members", () => {
  const load = () => networkHelpers.loadFixture(deployTown);

  describe("before the seal", () => {
    async function unsealed() {
      const [deployer, governor, other] = await viem.getWalletClients();
      if (!deployer || !governor || !other) throw new Error("The test network gives too few wallets.");
      const town = await deployTown();
      const members = await viem.deployContract("Members", [
        town.forwarder.address,
        governor.account.address,
      ]);
      const wiring = [
        town.welcomeDesk.address,
        town.ledger.address,
        town.bots.address,
        town.basicIncome.address,
        town.creditLines.address,
        town.taskMarket.address,
        town.splitter.address,
      ] as const;
      return { town, members, other, wiring };
    }
    const loadUnsealed = () => networkHelpers.loadFixture(unsealed);

    it("lets nobody join, register or make bots", async () => {
      const { town, members, wiring } = await loadUnsealed();
      await members.write.wire(wiring);
      for (const call of [
        () => members.write.join([zeroHash, "0x"]),
        () => members.write.registerOrganisation([zeroHash]),
        () => members.write.registerBot([town.bots.address, 1, zeroHash]),
      ]) {
        await viem.assertions.revertWithCustomError(call(), members, "MembersNotSealed");
      }
    });

    it("is wired once, by the deployer, completely", async () => {
      const { members, other, wiring } = await loadUnsealed();
      await viem.assertions.revertWithCustomError(
        members.write.wire(wiring, { account: other.account }),
        members,
        "MembersNotAuthorised",
      );
      for (let i = 0; i < wiring.length; i++) {
        const holed = wiring.map((address, at) =>
          at === i ? zeroAddress : address,
        ) as unknown as typeof wiring;
        await viem.assertions.revertWithCustomError(members.write.wire(holed), members, "MembersZeroAddress");
      }
      await viem.assertions.revertWithCustomError(members.write.seal(), members, "MembersZeroAddress");
      await members.write.wire(wiring);
      await viem.assertions.revertWithCustomError(members.write.wire(wiring), members, "MembersSealed");
    });

    it("is sealed by the deployer for good", async () => {
      const { members, other, wiring } = await loadUnsealed();
      await members.write.wire(wiring);
      await viem.assertions.revertWithCustomError(
        members.write.seal({ account: other.account }),
        members,
        "MembersNotAuthorised",
      );
      await members.write.seal();
      for (const call of [
        () => members.write.seal(),
        () => members.write.seatFounder([other.account.address, key]),
      ]) {
        await viem.assertions.revertWithCustomError(call(), members, "MembersSealed");
      }
    });

    it("refuses a governor of nobody", async () => {
      const { members, town } = await loadUnsealed();
      await viem.assertions.revertWithCustomError(
        viem.deployContract("Members", [town.forwarder.address, zeroAddress]),
        members,
        "MembersZeroAddress",
      );
    });
  });

  describe("founders", () => {
    it("have a seat of 180 days, a vote and their mark", async () => {
      const { members, founders } = await load();
      const [first] = founders;
      const account = await members.read.accountOf([first.id]);
      expect(account.founder).to.equal(true);
      expect(account.seatUntilDay - account.seatedSinceDay).to.equal(180);
      expect(await members.read.getVotes([first.address])).to.equal(1n);
    });

    it("keep their mark when they leave and return", async () => {
      const { members, founders } = await load();
      const [first] = founders;
      await members.write.leave([first.id], as(first));
      await members.write.join([zeroHash, "0x"], as(first));
      expect((await members.read.accountOf([first.id])).founder).to.equal(true);
    });
  });

  describe("join", () => {
    it("gives the next id, a seat and the events an indexer needs", async () => {
      const { members, newWallet } = await load();
      const wallet = newWallet();
      const owner = getAddress(wallet.account.address);
      const until = (await today()) + 180;
      const call = members.write.join([key, "0x"], { account: wallet.account });
      await viem.assertions.emitWithArgs(call, members, "AccountRegistered", [
        4,
        owner,
        kinds.member,
        key,
        0,
      ]);
      const [seat] = await members.getEvents.SeatTaken();
      expect(seat?.args).to.deep.equal({ accountId: 4, seatUntilDay: until, founder: false });
      expect(await members.read.idOf([owner])).to.equal(4);
      expect(await members.read.accountCount()).to.equal(4);
      expect(await members.read.isSeated([4])).to.equal(true);
    });

    it("gives a vote to oneself and counts the seat", async () => {
      const { members, join } = await load();
      const member = await join();
      expect(await members.read.delegates([member.address])).to.equal(getAddress(member.address));
      expect(await members.read.getVotes([member.address])).to.equal(1n);
      expect(await members.read.seatCount()).to.equal(4);
    });

    it("takes back a delegation made before", async () => {
      const { members, newWallet, join, founders } = await load();
      const wallet = newWallet();
      await members.write.delegate([founders[0].address], { account: wallet.account });
      await join(wallet);
      expect(await members.read.getVotes([wallet.account.address])).to.equal(1n);
      expect(await members.read.getVotes([founders[0].address])).to.equal(1n);
    });

    it("opens the ledger account with the basic line", async () => {
      const { ledger, join } = await load();
      const member = await join();
      expect(await ledger.read.available([member.address])).to.equal(10n * PEER);
    });

    it("packs the account into the documented word", async () => {
      const { members, join } = await load();
      const member = await join();
      const account = await members.read.accountOf([member.id]);
      const word = await members.read.accountWord([member.id]);
      const field = (at: bigint, bits: bigint) => (word >> at) & ((1n << bits) - 1n);
      expect(field(0n, 160n)).to.equal(BigInt(member.address));
      expect(field(160n, 8n)).to.equal(BigInt(kinds.member));
      expect(field(168n, 16n)).to.equal(BigInt(account.seatUntilDay));
      expect(field(184n, 16n)).to.equal(BigInt(account.seatedSinceDay));
      expect(word >> 200n).to.equal(0n);
      const [founder] = await Promise.all([members.read.accountWord([1])]);
      expect(founder >> 224n).to.equal(1n);
    });

    it("refuses a second seat", async () => {
      const { members, join } = await load();
      const member = await join();
      await viem.assertions.revertWithCustomError(
        members.write.join([zeroHash, "0x"], as(member)),
        members,
        "MembersAlreadySeated",
      );
    });

    it("refuses an organisation", async () => {
      const { members, registerOrganisation } = await load();
      const organisation = await registerOrganisation();
      await viem.assertions.revertWithCustomErrorWithArgs(
        members.write.join([zeroHash, "0x"], as(organisation)),
        members,
        "MembersWrongKind",
        [organisation.id, kinds.organisation],
      );
    });

    it("gives the old id back to one who left", async () => {
      const { members, join } = await load();
      const member = await join();
      await members.write.leave([member.id], as(member));
      await members.write.join([key, "0x"], as(member));
      expect(await members.read.idOf([member.address])).to.equal(member.id);
      expect(await members.read.accountCount()).to.equal(4);
      const [event] = await members.getEvents.SealingKeySet();
      expect(event?.args).to.deep.equal({ accountId: member.id, sealingKey: key });
    });

    it("ends a lapsed seat first when nobody expired it", async () => {
      const { members, join } = await load();
      const member = await join();
      await skip(181 * DAY);
      await members.write.join([zeroHash, "0x"], as(member));
      expect((await members.getEvents.SeatExpired()).map((event) => event.args.accountId)).to.deep.equal([
        member.id,
      ]);
      expect((await members.read.accountOf([member.id])).seatedSinceDay).to.equal(await today());
      expect(await members.read.getVotes([member.address])).to.equal(1n);
      expect(await members.read.seatCount()).to.equal(4);
    });

    it("works for a newcomer without ether, through the forwarder", async () => {
      const { members, forwarder, relayer, publicClient } = await load();
      const newcomer = privateKeyToAccount(generatePrivateKey());
      const message = {
        from: newcomer.address,
        to: members.address,
        value: 0n,
        gas: 1_000_000n,
        nonce: 0n,
        deadline: (await now()) + 3600,
        data: encodeFunctionData({ abi: members.abi, functionName: "join", args: [key, "0x"] }),
      };
      const signature = await newcomer.signTypedData({
        domain: {
          name: "PeerCommons Forwarder",
          version: "1",
          chainId: await publicClient.getChainId(),
          verifyingContract: forwarder.address,
        },
        types: {
          ForwardRequest: [
            { name: "from", type: "address" },
            { name: "to", type: "address" },
            { name: "value", type: "uint256" },
            { name: "gas", type: "uint256" },
            { name: "nonce", type: "uint256" },
            { name: "deadline", type: "uint48" },
            { name: "data", type: "bytes" },
          ],
        },
        primaryType: "ForwardRequest",
        message,
      });
      await forwarder.write.execute([{ ...message, signature }], { account: relayer.account });
      expect(await members.read.idOf([newcomer.address])).to.equal(4);
      expect(await members.read.idOf([relayer.account.address])).to.equal(0);
    });

    it("is not fooled by an address appended to a direct call", async () => {
      const { members, newWallet, founders } = await load();
      const mallory = newWallet();
      const leave = encodeFunctionData({ abi: members.abi, functionName: "leave", args: [founders[0].id] });
      const suffixed = `${leave}${founders[0].address.slice(2)}` as Hex;
      let refused = false;
      try {
        await mallory.sendTransaction({ to: members.address, data: suffixed });
      } catch {
        refused = true;
      }
      expect(refused).to.equal(true);
      expect(await members.read.isSeated([founders[0].id])).to.equal(true);
    });
  });

  describe("the personhood check", () => {
    const loadHostile = () => networkHelpers.loadFixture(hostileTown);

    it("refuses by answering no days", async () => {
      const { town } = await loadHostile();
      const wallet = town.newWallet();
      await viem.assertions.revertWithCustomErrorWithArgs(
        town.members.write.join([zeroHash, "0x"], { account: wallet.account }),
        town.members,
        "MembersPersonhoodRefused",
        [getAddress(wallet.account.address)],
      );
      expect(await town.members.read.idOf([wallet.account.address])).to.equal(0);
    });

    it("refuses with its own sentence", async () => {
      const { town, hostile } = await loadHostile();
      await hostile.write.setMode([1]);
      await viem.assertions.revertWithCustomError(
        town.members.write.join([zeroHash, "0x"], { account: town.newWallet().account }),
        hostile,
        "HostilePersonhoodSaysNo",
      );
    });

    it("gives 180 days at most", async () => {
      const { town, hostile } = await loadHostile();
      await hostile.write.setMode([3]);
      const member = await town.join();
      const { seatUntilDay } = await town.members.read.accountOf([member.id]);
      expect(seatUntilDay).to.equal((await today()) + 180);
    });

    it("cannot come back in while it is asked", async () => {
      const { town, hostile } = await loadHostile();
      await hostile.write.setMode([4]);
      await viem.assertions.revertWithCustomError(
        town.members.write.join([zeroHash, "0x"], { account: town.newWallet().account }),
        town.members,
        "ReentrancyGuardReentrantCall",
      );
    });

    it("has no say in leaving, expiring and rotating, whatever it does", async () => {
      for (const mode of [0, 1, 2, 3, 4]) {
        const { town, member, hostile } = await loadHostile();
        const { members } = town;
        await hostile.write.setMode([mode]);
        const fresh = town.newWallet();
        await members.write.rotate(await rotation(town, member.id, fresh), as(member));
        await members.write.leave([member.id], { account: fresh.account });
        await skip(200 * DAY);
        await members.write.expire([town.founders[0].id]);
        expect(await members.read.seatCount()).to.equal(2);
      }
    });

    it("changes 30 days after the governor said so, by anyone, and never sooner", async () => {
      const { members, governor, welcomeDesk, founders } = await load();
      const next = await viem.deployContract("HostilePersonhood");
      await viem.assertions.revertWithCustomError(
        members.write.proposePersonhood([next.address], as(founders[0])),
        members,
        "MembersNotAuthorised",
      );
      await viem.assertions.revertWithCustomError(
        members.write.setPersonhood(),
        members,
        "MembersZeroAddress",
      );
      await members.write.proposePersonhood([next.address], { account: governor.account });
      await skip(30 * DAY - 10);
      await viem.assertions.revertWithCustomError(members.write.setPersonhood(), members, "MembersTooEarly");
      expect(await members.read.personhood()).to.equal(getAddress(welcomeDesk.address));
      await skip(10);
      await viem.assertions.emitWithArgs(
        members.write.setPersonhood(as(founders[0])),
        members,
        "PersonhoodSet",
        [getAddress(next.address)],
      );
      expect(await members.read.personhood()).to.equal(getAddress(next.address));
    });

    it("stays when the governor takes the proposal back", async () => {
      const { members, governor, welcomeDesk } = await load();
      await members.write.proposePersonhood([members.address], { account: governor.account });
      await members.write.proposePersonhood([zeroAddress], { account: governor.account });
      await skip(40 * DAY);
      await viem.assertions.revertWithCustomError(
        members.write.setPersonhood(),
        members,
        "MembersZeroAddress",
      );
      expect(await members.read.personhood()).to.equal(getAddress(welcomeDesk.address));
    });
  });

  describe("governor", () => {
    it("hands its office on, to somebody", async () => {
      const { members, governor, founders } = await load();
      await viem.assertions.revertWithCustomError(
        members.write.setGovernor([founders[0].address], as(founders[0])),
        members,
        "MembersNotAuthorised",
      );
      await viem.assertions.revertWithCustomError(
        members.write.setGovernor([zeroAddress], { account: governor.account }),
        members,
        "MembersZeroAddress",
      );
      await members.write.setGovernor([founders[0].address], { account: governor.account });
      await members.write.proposePersonhood([members.address], as(founders[0]));
    });
  });

  describe("organisations and bots", () => {
    it("gives an organisation an id, no seat and no vote", async () => {
      const { members, ledger, registerOrganisation } = await load();
      const organisation = await registerOrganisation();
      expect((await members.read.accountOf([organisation.id])).kind).to.equal(kinds.organisation);
      expect(await members.read.isSeated([organisation.id])).to.equal(false);
      expect(await members.read.getVotes([organisation.address])).to.equal(0n);
      expect(await ledger.read.available([organisation.address])).to.equal(0n);
    });

    it("refuses an address that has an account", async () => {
      const { members, founders } = await load();
      await viem.assertions.revertWithCustomErrorWithArgs(
        members.write.registerOrganisation([zeroHash], as(founders[0])),
        members,
        "MembersAddressTaken",
        [getAddress(founders[0].address), founders[0].id],
      );
    });

    it("takes bots from the bots' contract alone", async () => {
      const { members, founders, newWallet } = await load();
      await viem.assertions.revertWithCustomError(
        members.write.registerBot([newWallet().account.address, 1, zeroHash], as(founders[0])),
        members,
        "MembersNotAuthorised",
      );
    });
  });

  describe("renew", () => {
    it("extends the seat and keeps the day it began", async () => {
      const { members, join } = await load();
      const member = await join();
      const before = await members.read.accountOf([member.id]);
      await skip(100 * DAY);
      await members.write.renew([member.id, "0x"], as(member));
      const account = await members.read.accountOf([member.id]);
      expect(account.seatUntilDay).to.equal(before.seatUntilDay + 100);
      expect(account.seatedSinceDay).to.equal(before.seatedSinceDay);
    });

    it("begins a new seat when the old one has lapsed", async () => {
      const { members, join } = await load();
      const member = await join();
      await skip(180 * DAY);
      expect(await members.read.isSeated([member.id])).to.equal(false);
      await members.write.renew([member.id, "0x"], as(member));
      const account = await members.read.accountOf([member.id]);
      expect(account.seatedSinceDay).to.equal(await today());
      expect(await members.read.seatCount()).to.equal(4);
    });

    it("never takes days away", async () => {
      const { town, member, hostile } = await networkHelpers.loadFixture(hostileTown);
      const { members } = town;
      await hostile.write.setMode([3]);
      await members.write.renew([member.id, "0x"], as(member));
      const { seatUntilDay } = await members.read.accountOf([member.id]);
      await members.write.renew([member.id, "0x"], as(member));
      expect((await members.read.accountOf([member.id])).seatUntilDay).to.equal(seatUntilDay);
    });

    it("refuses another's seat, and one that is not there", async () => {
      const { members, join, registerOrganisation } = await load();
      const member = await join();
      const organisation = await registerOrganisation();
      await viem.assertions.revertWithCustomError(
        members.write.renew([member.id, "0x"], as(organisation)),
        members,
        "MembersNotOwner",
      );
      await viem.assertions.revertWithCustomError(
        members.write.renew([organisation.id, "0x"], as(organisation)),
        members,
        "MembersNoSeat",
      );
      await viem.assertions.revertWithCustomError(
        members.write.renew([999, "0x"], as(member)),
        members,
        "MembersUnknownAccount",
      );
    });
  });

  describe("leave", () => {
    it("ends seat, vote and basic line; money and debt remain", async () => {
      const { members, ledger, join, pay, founders } = await load();
      const member = await join();
      await pay(member, founders[0].address, 4n * PEER);
      await members.write.leave([member.id], as(member));
      expect(await members.read.isSeated([member.id])).to.equal(false);
      expect(await members.read.getVotes([member.address])).to.equal(0n);
      expect(await members.read.seatCount()).to.equal(3);
      expect(await ledger.read.signedBalanceOf([member.address])).to.equal(-4n * PEER);
      expect(await ledger.read.available([member.address])).to.equal(0n);
    });

    it("cannot be done for another, or twice", async () => {
      const { members, join, founders } = await load();
      const member = await join();
      await viem.assertions.revertWithCustomError(
        members.write.leave([member.id], as(founders[0])),
        members,
        "MembersNotOwner",
      );
      await members.write.leave([member.id], as(member));
      await viem.assertions.revertWithCustomError(
        members.write.leave([member.id], as(member)),
        members,
        "MembersNoSeat",
      );
    });
  });

  describe("expire", () => {
    it("waits for the day, then anyone may", async () => {
      const { members, ledger, join, founders } = await load();
      const member = await join();
      const { seatUntilDay } = await members.read.accountOf([member.id]);
      await viem.assertions.revertWithCustomErrorWithArgs(
        members.write.expire([member.id], as(founders[0])),
        members,
        "MembersSeatLive",
        [member.id, seatUntilDay],
      );
      await networkHelpers.time.increaseTo(seatUntilDay * DAY);
      await members.write.expire([member.id], as(founders[0]));
      expect(await members.read.getVotes([member.address])).to.equal(0n);
      expect(await ledger.read.available([member.address])).to.equal(0n);
      await viem.assertions.revertWithCustomError(
        members.write.expire([member.id]),
        members,
        "MembersNoSeat",
      );
    });
  });

  describe("profile and sealing key", () => {
    it("are announced by the owner alone", async () => {
      const { members, join, founders } = await load();
      const member = await join();
      await viem.assertions.emitWithArgs(
        members.write.setProfile([member.id, key], as(member)),
        members,
        "ProfileSet",
        [member.id, key],
      );
      await viem.assertions.emitWithArgs(
        members.write.setSealingKey([member.id, key], as(member)),
        members,
        "SealingKeySet",
        [member.id, key],
      );
      for (const call of [
        () => members.write.setProfile([member.id, key], as(founders[0])),
        () => members.write.setSealingKey([member.id, key], as(founders[0])),
      ]) {
        await viem.assertions.revertWithCustomError(call(), members, "MembersNotOwner");
      }
    });
  });
});
