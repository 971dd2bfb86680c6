import { buildModule, type Future } from "@nomicfoundation/ignition-core";
import type { Address, Hex } from "viem";

export type PersonhoodName = "WelcomeDesk" | "Sponsorship";

/** Somebody seated before the seal: one of the first, who sponsors the others. */
export type Founder = { owner: Address; sealingKey?: Hex };

export type TownPlan = {
  personhood: PersonhoodName;
  governor: Address;
  founders: readonly Founder[];
  /** Addresses that earlier contracts are given before the later ones are deployed; see `predictAddresses`. */
  predicted: { Personhood: Address; Splitter: Address; TaskMarket: Address };
};

/** The order in which the deployer's nonces are used. `predictAddresses` counts on it. */
export const deploymentOrder = [
  "Forwarder",
  "Members",
  "Ledger",
  "CreditLines",
  "BasicIncome",
  "Personhood",
  "Skills",
  "Bots",
  "Splitter",
  "Levels",
  "TaskMarket",
  "Clearing",
  "Gate",
] as const;

export type ContractName = (typeof deploymentOrder)[number];

/**
 * Deploys and wires a town, and seats its founders. It ends unsealed, so that the wiring can be checked first.
 * Every step waits for the one before it, because nonces decide the predicted addresses.
 */
export function peerCommonsModule(plan: TownPlan) {
  return buildModule("PeerCommons", (m) => {
    const { governor, predicted } = plan;
    const Forwarder = m.contract("Forwarder");
    const Members = m.contract("Members", [Forwarder, governor], { after: [Forwarder] });
    const Ledger = m.contract("Ledger", [Forwarder, governor, predicted.Splitter], { after: [Members] });
    const CreditLines = m.contract(
      "CreditLines",
      [Members, Ledger, predicted.TaskMarket, predicted.Personhood],
      {
        after: [Ledger],
      },
    );
    const BasicIncome = m.contract("BasicIncome", [Members, Ledger], { after: [CreditLines] });
    const Personhood =
      plan.personhood === "WelcomeDesk"
        ? m.contract("WelcomeDesk", [], { after: [BasicIncome] })
        : m.contract("Sponsorship", [Forwarder, Members, Ledger, CreditLines], { after: [BasicIncome] });
    const Skills = m.contract("Skills", [Forwarder, Members], { after: [Personhood] });
    const Bots = m.contract("Bots", [Forwarder, Members, Skills], { after: [Skills] });
    const Splitter = m.contract("Splitter", [Members, Ledger, Bots], { after: [Bots] });
    const Levels = m.contract("Levels", [Forwarder, Members, CreditLines, predicted.TaskMarket], {
      after: [Splitter],
    });
    const TaskMarket = m.contract(
      "TaskMarket",
      [Forwarder, governor, Members, Ledger, Levels, Skills, Bots, CreditLines],
      { after: [Levels] },
    );

    const Clearing = m.contract("Clearing", [Forwarder, Members, Ledger], { after: [TaskMarket] });
    // Only the town whose desk admits anyone has play money. Nobody has to know its address beforehand.
    const tokens =
      plan.personhood === "WelcomeDesk" ? [m.contract("PlayDollar", [], { after: [Clearing] })] : [];
    const Gate = m.contract("Gate", [Forwarder, Members, Ledger, tokens], { after: [Clearing, ...tokens] });

    const operators = [TaskMarket, Clearing];
    const wireLedger = m.call(Ledger, "wire", [Members, CreditLines, BasicIncome, operators], {
      id: "wireLedger",
      after: [Gate],
    });
    const wireGate = m.call(Ledger, "wireGate", [Gate], { id: "wireGate", after: [wireLedger] });
    const wireMembers = m.call(
      Members,
      "wire",
      [Personhood, Ledger, Bots, BasicIncome, CreditLines, TaskMarket, Splitter],
      {
        id: "wireMembers",
        after: [wireGate],
      },
    );
    let previous: Future = wireMembers;
    for (const [index, founder] of plan.founders.entries()) {
      const args = [founder.owner, founder.sealingKey ?? zeroKey];
      previous = m.call(Members, "seatFounder", args, { id: `founder${index}`, after: [previous] });
    }
    return {
      Forwarder,
      Members,
      Ledger,
      CreditLines,
      BasicIncome,
      Personhood,
      Skills,
      Bots,
      Splitter,
      Levels,
      TaskMarket,
      Clearing,
      Gate,
    };
  });
}

export const sealId = "PeerCommonsSeal";

/** Ends the deployer's powers. Only after the wiring was checked. */
export function sealModule(plan: TownPlan) {
  return buildModule(sealId, (m) => {
    const town = m.useModule(peerCommonsModule(plan));
    const sealLedger = m.call(town.Ledger, "seal", [], { id: "sealLedger" });
    m.call(town.Members, "seal", [], { id: "sealMembers", after: [sealLedger] });
    return town;
  });
}

const zeroKey: Hex = `0x${"00".repeat(32)}`;
