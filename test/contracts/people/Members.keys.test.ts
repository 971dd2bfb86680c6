import { expect } from "chai";
import {
  encodeFunctionData,
  getAddress,
  type Hex,
  keccak256,
  maxUint256,
  stringToHex,
  zeroAddress,
} from "viem";
import { deployTown, fund, networkHelpers, now, PEER, skip, viem } from "../../kit/fixture.ts";
import { as, rotation } from "../../kit/people.ts";

const key: Hex = keccak256(stringToHex("profile"));

describe("Members: keys and votes", () => {
  const load = () => networkHelpers.loadFixture(deployTown);

  describe("rotate", () => {
    it("moves the account, its money, line and vote to the new address", async () => {
      const town = await load();
      const { members, ledger, newWallet, join, pay, founders } = town;
      const member = await join();
      await pay(founders[0], member.address, 3n * PEER);
      const fresh = newWallet();
      await viem.assertions.emitWithArgs(
        members.write.rotate(await rotation(town, member.id, fresh), as(member)),
        members,
        "AccountRotated",
        [member.id, getAddress(member.address), getAddress(fresh.account.address), maxUint256],
      );
      expect(await members.read.idOf([member.address])).to.equal(0);
      expect(await members.read.idOf([fresh.account.address])).to.equal(member.id);
      expect(await ledger.read.signedBalanceOf([fresh.account.address])).to.equal(3n * PEER);
      expect(await ledger.read.available([fresh.account.address])).to.equal(13n * PEER);
      expect(await ledger.read.available([member.address])).to.equal(0n);
      expect(await members.read.getVotes([member.address])).to.equal(0n);
      expect(await members.read.getVotes([fresh.account.address])).to.equal(1n);
      expect(await members.read.seatCount()).to.equal(4);
    });

    it("carries a chosen delegate over", async () => {
      const town = await load();
      const { members, newWallet, join, founders } = town;
      const member = await join();
      await members.write.delegate([founders[0].address], as(member));
      const fresh = newWallet();
      await members.write.rotate(await rotation(town, member.id, fresh), as(member));
      expect(await members.read.delegates([fresh.account.address])).to.equal(getAddress(founders[0].address));
      expect(await members.read.getVotes([founders[0].address])).to.equal(2n);
    });

    it("takes the old key's powers away", async () => {
      const town = await load();
      const { members, newWallet, join } = town;
      const member = await join();
      await members.write.rotate(await rotation(town, member.id, newWallet()), as(member));
      const again = await rotation(town, member.id, newWallet());
      for (const call of [
        () => members.write.leave([member.id], as(member)),
        () => members.write.setProfile([member.id, key], as(member)),
        () => members.write.rotate(again, as(member)),
      ]) {
        await viem.assertions.revertWithCustomError(call(), members, "MembersNotOwner");
      }
    });

    it("accepts a contract as new owner when its key agrees", async () => {
      const town = await load();
      const { members, newWallet, join } = town;
      const member = await join();
      const signer = newWallet();
      const wallet = await viem.deployContract("SignerWallet", [signer.account.address]);
      const args = await rotation(town, member.id, signer, maxUint256, wallet.address);
      await members.write.rotate(args, as(member));
      await wallet.write.call([
        members.address,
        encodeFunctionData({ abi: members.abi, functionName: "leave", args: [member.id] }),
      ]);
      expect(await members.read.isSeated([member.id])).to.equal(false);
    });

    it("works without a seat", async () => {
      const town = await load();
      const { members, newWallet, registerOrganisation } = town;
      const organisation = await registerOrganisation();
      const fresh = newWallet();
      await members.write.rotate(await rotation(town, organisation.id, fresh), as(organisation));
      expect(await members.read.idOf([fresh.account.address])).to.equal(organisation.id);
      expect(await members.read.getVotes([fresh.account.address])).to.equal(0n);
    });

    it("is not stopped by money sent to the new address first", async () => {
      const town = await load();
      const { members, ledger, newWallet, join, pay, founders } = town;
      const member = await join();
      await pay(member, founders[1].address, 2n * PEER);
      const fresh = newWallet();
      await pay(founders[0], fresh.account.address, 1n);
      await members.write.rotate(await rotation(town, member.id, fresh), as(member));
      expect(await ledger.read.signedBalanceOf([fresh.account.address])).to.equal(-2n * PEER + 1n);
    });

    it("refuses without the new owner's own, timely signature", async () => {
      const town = await load();
      const { members, newWallet, join } = town;
      const member = await join();
      const [fresh, mallory] = [newWallet(), newWallet()];
      const forged = await rotation(town, member.id, mallory, maxUint256, fresh.account.address);
      await viem.assertions.revertWithCustomErrorWithArgs(
        members.write.rotate(forged, as(member)),
        members,
        "MembersBadSignature",
        [getAddress(fresh.account.address)],
      );
      const late = await rotation(town, member.id, fresh, BigInt((await now()) - 1));
      await viem.assertions.revertWithCustomError(
        members.write.rotate(late, as(member)),
        members,
        "MembersSignatureExpired",
      );
      const otherAccount = await rotation(town, 1, fresh);
      await viem.assertions.revertWithCustomError(
        members.write.rotate([member.id, otherAccount[1], otherAccount[2], otherAccount[3]], as(member)),
        members,
        "MembersBadSignature",
      );
    });

    it("refuses an address that has an account, and none at all", async () => {
      const town = await load();
      const { members, join } = town;
      const [member, other] = [await join(), await join()];
      await viem.assertions.revertWithCustomErrorWithArgs(
        members.write.rotate(await rotation(town, member.id, other.wallet), as(member)),
        members,
        "MembersAddressTaken",
        [getAddress(other.address), other.id],
      );
      await viem.assertions.revertWithCustomError(
        members.write.rotate([member.id, zeroAddress, maxUint256, "0x"], as(member)),
        members,
        "MembersZeroAddress",
      );
    });

    it("frees the old address for somebody new", async () => {
      const town = await load();
      const { members, ledger, newWallet, join } = town;
      const member = await join();
      await members.write.rotate(await rotation(town, member.id, newWallet()), as(member));
      const second = await join(member.wallet);
      expect(second.id).to.equal(member.id + 1);
      expect(await ledger.read.available([second.address])).to.equal(10n * PEER);
      expect(await members.read.getVotes([second.address])).to.equal(1n);
    });
  });

  describe("votes", () => {
    it("counts by timestamp", async () => {
      const { members } = await load();
      expect(await members.read.CLOCK_MODE()).to.equal("mode=timestamp");
      expect(await members.read.clock()).to.equal(await now());
    });

    it("remembers what was", async () => {
      const { members, join } = await load();
      const member = await join();
      const joined = BigInt(await now());
      await skip(10);
      await members.write.leave([member.id], as(member));
      await skip(10);
      expect(await members.read.getPastVotes([member.address, joined])).to.equal(1n);
      expect(await members.read.getPastTotalSupply([joined])).to.equal(4n);
      expect(await members.read.getPastTotalSupply([BigInt(await now()) - 1n])).to.equal(3n);
    });

    it("moves with delegation and comes back out on leaving", async () => {
      const { members, join, founders } = await load();
      const member = await join();
      await members.write.delegate([founders[0].address], as(member));
      expect(await members.read.getVotes([founders[0].address])).to.equal(2n);
      await members.write.leave([member.id], as(member));
      expect(await members.read.getVotes([founders[0].address])).to.equal(1n);
    });

    it("gives an address without a seat nothing to delegate", async () => {
      const { members, newWallet, founders } = await load();
      const wallet = newWallet();
      await fund(wallet.account.address);
      await members.write.delegate([founders[0].address], { account: wallet.account });
      expect(await members.read.getVotes([founders[0].address])).to.equal(1n);
    });
  });
});
