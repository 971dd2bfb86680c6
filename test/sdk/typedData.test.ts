import { readFileSync } from "node:fs";
import {
  claimIncome,
  forwardRequestOf,
  forwardRequestTypedData,
  nonceOf,
  operateTypedData,
  payTypedData,
  permitTypedData,
  relayActs,
  relayBody,
  relayIdOf,
  rotateTypedData,
  sessionTypedData,
  settlementTypedData,
  signForwardRequest,
  signTaskAct,
  type TaskAct,
  taskActBody,
  taskActFromWire,
  taskActTypedData,
  taskTerms,
  unpackTaskActs,
  type WireTaskAct,
} from "@peercommons/sdk";
import { relayActPost, relayPost } from "@peercommons/sdk/schemas";
import {
  createWalletClient,
  custom,
  hashStruct,
  hashTypedData,
  keccak256,
  recoverAddress,
  stringToHex,
  verifyTypedData,
  zeroHash,
} from "viem";
import { describe, expect, it } from "vitest";
import { account, deployment } from "./support.ts";

const to = deployment.contracts.Ledger;
const call = claimIncome({ deployment, accountId: 7 });
const common = { deployment, call, nonce: nonceOf({ key: 5n, sequence: 2n }), deadline: 1_763_640_000 };

/** keccak256 of the type as the contracts spell it. */
const typeHashOf = (typedData: { types: object; primaryType: string }): string => {
  const fields = Reflect.get(typedData.types, typedData.primaryType) as readonly {
    name: string;
    type: string;
  }[];
  return `${typedData.primaryType}(${fields.map(({ name, type }) => `${type} ${name}`).join(",")})`;
};

describe("typed data", () => {
  it("spells the types as the contracts do", () => {
    const spelled = [
      forwardRequestTypedData(deployment, forwardRequestOf({ ...common, from: account.address, gas: 1n })),
      payTypedData(deployment, { from: to, to, amount: 1n, memo: zeroHash, nonce: 0n, deadline: 0n }),
      permitTypedData(deployment, { owner: to, spender: to, value: 1n, nonce: 0n, deadline: 0n }),
      settlementTypedData(deployment, { taskId: 1n, workerId: 2, shareBps: 1, deadline: 0n }),
      rotateTypedData(deployment, { accountId: 1, newOwner: to, deadline: 0n }),
      operateTypedData(deployment, {
        creatorId: 1,
        skillId: 1,
        computeBps: 1,
        modelHash: zeroHash,
        sealingKey: zeroHash,
        deadline: 0n,
      }),
      sessionTypedData(deployment, { account: to, issuedAt: 1 }),
    ].map((typedData) => [typedData.domain.name, typeHashOf(typedData)]);
    expect(spelled).toEqual([
      [
        "PeerCommons Forwarder",
        "ForwardRequest(address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data)",
      ],
      [
        "PeerCommons Ledger",
        "Pay(address from,address to,uint256 amount,bytes32 memo,uint256 nonce,uint256 deadline)",
      ],
      [
        "PeerCommons Ledger",
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)",
      ],
      [
        "PeerCommons TaskMarket",
        "Settlement(uint64 taskId,uint32 workerId,uint16 shareBps,uint256 deadline)",
      ],
      ["PeerCommons Members", "Rotate(uint32 accountId,address newOwner,uint256 deadline)"],
      [
        "PeerCommons Bots",
        "Operate(uint32 creatorId,uint24 skillId,uint16 computeBps,bytes32 modelHash,bytes32 sealingKey,uint256 deadline)",
      ],
      ["PeerCommons Session", "Session(address account,bytes32 deploymentId,uint256 issuedAt)"],
    ]);
  });

  it("spells every act on a task as the task market does", async () => {
    const solidity = readFileSync(
      new URL("../../contracts/interfaces/ISignedActs.sol", import.meta.url),
      "utf8",
    );
    const task = { taskId: 5n, until: 9 };
    const state = { ...task, since: 8 };
    const terms = taskTerms({ skillId: 3, price: 5n, effort: 1, deadlineAt: 7_200 });
    const acts: TaskAct[] = [
      { kind: "Post", ...task, ...terms, contentId: zeroHash },
      { kind: "Claim", ...state, memberId: 4, price: 5n },
      { kind: "Submit", ...state, workerId: 4, deliverableId: zeroHash },
      { kind: "Accept", ...state, workerId: 4, price: 5n, rating: 5 },
      { kind: "Deliver", ...state, botId: 4, deliverableId: zeroHash },
    ];
    for (const act of acts) {
      expect(solidity).toContain(`\`${typeHashOf(taskActTypedData(deployment, act))}\``);
      const signed = await signTaskAct({ deployment, act, account });
      expect(signed.id).toBe(hashTypedData(taskActTypedData(deployment, act)));
      expect(await recoverAddress({ hash: signed.id, signature: signed.signature })).toBe(account.address);
      const body = relayActPost.parse(JSON.parse(JSON.stringify(taskActBody(deployment, signed))));
      expect(taskActFromWire(body.act as WireTaskAct)).toEqual(act);
      const call = relayActs({ deployment, acts: [signed] });
      expect(unpackTaskActs(call.args[0])[0]).toMatchObject({ kind: act.kind, signature: signed.signature });
    }
  });

  it("binds a session to chain and town", async () => {
    const typedData = sessionTypedData(deployment, { account: account.address, issuedAt: 1_763_640_000 });
    const signature = await account.signTypedData(typedData);
    expect(await verifyTypedData({ ...typedData, address: account.address, signature })).toBe(true);
    const elsewhere = sessionTypedData(
      { ...deployment, deploymentId: zeroHash },
      { account: account.address, issuedAt: 1_763_640_000 },
    );
    expect(await verifyTypedData({ ...elsewhere, address: account.address, signature })).toBe(false);
  });
});

describe("signForwardRequest", () => {
  it("signs with a local account, and the id is the EIP-712 hash", async () => {
    const signed = await signForwardRequest({ ...common, account });
    expect(signed.request).toMatchObject({
      from: account.address,
      to: deployment.contracts.BasicIncome,
      value: 0n,
      gas: 600_000n,
    });
    const typedData = forwardRequestTypedData(deployment, signed.request);
    expect(signed.id).toBe(hashTypedData(typedData));
    expect(signed.id).toBe(relayIdOf(deployment, signed.request));
    expect(
      await verifyTypedData({ ...typedData, address: account.address, signature: signed.signature }),
    ).toBe(true);
    expect(
      hashStruct({ data: signed.request, primaryType: "ForwardRequest", types: typedData.types }),
    ).toMatch(/^0x/);
  });

  it("signs the same through a wallet", async () => {
    const asked: string[] = [];
    const transport = custom({
      request: async ({ method, params }: { method: string; params: readonly unknown[] }) => {
        asked.push(method);
        const typed = JSON.parse(String(params[1]));
        return account.signTypedData(typed);
      },
    });
    const walletClient = createWalletClient({ account: account.address, transport });
    const [mine, theirs] = await Promise.all([
      signForwardRequest({ ...common, account, gas: 300_000n }),
      signForwardRequest({ ...common, walletClient, gas: 300_000n }),
    ]);
    expect(asked).toEqual(["eth_signTypedData_v4"]);
    expect(theirs).toEqual(mine);
  });

  it("makes another id of another nonce, call or town", async () => {
    const { id } = await signForwardRequest({ ...common, account });
    const others = await Promise.all([
      signForwardRequest({ ...common, account, nonce: common.nonce + 1n }),
      signForwardRequest({ ...common, account, call: claimIncome({ deployment, accountId: 8 }) }),
      signForwardRequest({ ...common, account, deployment: { ...deployment, chainId: 1 } }),
    ]);
    expect(new Set([id, ...others.map((other) => other.id)]).size).toBe(4);
  });

  it("writes the body that the relayer's schema takes", async () => {
    const body = relayBody(deployment, await signForwardRequest({ ...common, account }));
    expect(relayPost.parse(JSON.parse(JSON.stringify(body)))).toEqual(body);
    expect(body.request.nonce).toBe(((5n << 64n) | 2n).toString());
    expect(body.deploymentId).not.toBe(keccak256(stringToHex("another")));
  });
});
