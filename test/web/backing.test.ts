import { describe, expect, it } from "vitest";
import { backOrganisation } from "@/transactions/backOrganisation";
import { nameBacker } from "@/transactions/nameBacker";
import { ada, bruno } from "./fixtures";

const deployment = { contracts: { Levels: ada.address } } as never;
const library = { ...bruno, accountId: 20, kind: "Organisation" as const };

describe("backing an organisation", () => {
  it("is said by both sides, each with its own call", () => {
    const member = backOrganisation.call({ memberId: 1, organisation: library, state: "0" }, { deployment });
    expect([member.functionName, member.args]).toEqual(["backOrganisation", [1, 20]]);
    const organisation = nameBacker.call({ organisationId: 20, member: ada, state: "0" }, { deployment });
    expect([organisation.functionName, organisation.args]).toEqual(["nameBacker", [20, 1]]);
  });

  it("is stopped by either, with 0", () => {
    const member = { memberId: 1, organisation: null, state: "20" };
    expect(backOrganisation.call(member, { deployment }).args).toEqual([1, 0]);
    const organisation = { organisationId: 20, member: null, state: "1" };
    expect(nameBacker.call(organisation, { deployment }).args).toEqual([20, 0]);
  });

  it("is another wish once the state is another", () => {
    const wish = (state: string) => nameBacker.intent({ organisationId: 20, member: ada, state });
    expect(wish("0.1")).toBe(wish("0.1"));
    expect(wish("0.1")).not.toBe(wish("1.2"));
  });
});
