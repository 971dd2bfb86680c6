// Events rebuild the world: every word of storage that any transaction changed is what the logs alone say it is.
import { abis } from "@peercommons/sdk";
import { expect } from "chai";
import type { Abi } from "viem";
import { networkHelpers, type Town } from "../kit/fixture.ts";
import { clearingStory } from "../kit/stories/clearing.ts";
import { commonsStory } from "../kit/stories/commons.ts";
import { creditStory } from "../kit/stories/credit.ts";
import { gateStory } from "../kit/stories/gate.ts";
import { peopleStory } from "../kit/stories/people.ts";
import { skillStory } from "../kit/stories/skill.ts";
import { sponsorsStory } from "../kit/stories/sponsors.ts";
import { workStory } from "../kit/stories/work.ts";
import { nameOf, readTown, unexplained } from "../kit/world/told.ts";

/** What only people read: no word of storage follows from these. */
const silent = new Set([
  "CreditLines.LimitRefreshed",
  "Ledger.Paid",
  "Splitter.PotTaken",
  "Levels.TransferSingle",
  "Members.ProfileSet",
  "Members.SealingKeySet",
  "TaskMarket.ActSkipped",
  "TaskMarket.TaskDeclined",
]);

/** Declared by a standard whose other half is refused here, so nobody ever says them. */
const never = new Set([
  // Names and versions are fixed.
  "Bots.EIP712DomainChanged",
  "Clearing.EIP712DomainChanged",
  "Forwarder.EIP712DomainChanged",
  "Ledger.EIP712DomainChanged",
  "Members.EIP712DomainChanged",
  "TaskMarket.EIP712DomainChanged",
  "Levels.ApprovalForAll",
  "Levels.TransferBatch",
  "Levels.URI",
]);

const stories: Record<string, () => Promise<Town>> = {
  people: peopleStory,
  sponsors: sponsorsStory,
  credit: creditStory,
  skill: skillStory,
  work: workStory,
  commons: commonsStory,
  clearing: clearingStory,
  gate: gateStory,
};

describe("events rebuild the world", () => {
  const said = new Set<string>();
  const missed = new Set<string>();

  for (const [room, story] of Object.entries(stories))
    describe(room, () => {
      const read = async () => readTown(await story());
      const load = () => networkHelpers.loadFixture(read);

      it("explains every word that was ever written", async () => {
        const told = await load();
        const words = [...told.held.values()].reduce((sum, held) => sum + held.size, 0);
        expect(words).to.be.greaterThan(60);
        expect(unexplained(told)).to.deep.equal([]);
      });

      it("misses an event that is passed over", async () => {
        const told = await load();
        for (const name of new Set(told.events.map(nameOf))) {
          said.add(name);
          if (unexplained(told, name).length > 0) missed.add(name);
        }
        expect(missed.size).to.be.greaterThan(10);
      });
    });

  describe("all together", () => {
    it("has heard every event there is", () => {
      const declared = Object.entries(abis).flatMap(([contract, abi]) =>
        (abi as Abi).flatMap((item) => (item.type === "event" ? [`${contract}.${item.name}`] : [])),
      );
      expect(declared.filter((name) => !said.has(name) && !never.has(name))).to.deep.equal([]);
    });

    it("needs every event but those only people read", () => {
      expect([...said].filter((name) => !missed.has(name) && !silent.has(name))).to.deep.equal([]);
    });
  });
});
