"use client";

import { useState } from "react";
import { type Address, erc20Abi, type Hex, parseAbi } from "viem";
import { usePublicClient, useSignTypedData } from "wagmi";
import { failureOf } from "@/transactions/failure";
import { useNow } from "./useNow";
import { useTown } from "./useTown";

type Asked =
  | { ok: true; permit: { deadline: string; signature: Hex } | null }
  | { ok: false; sentence: string };

const permitAbi = parseAbi([
  "function nonces(address owner) view returns (uint256)",
  "function eip712Domain() view returns (bytes1, string name, string version, uint256 chainId, address verifyingContract, bytes32, uint256[])",
]);

const types = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

const HOUR = 3_600;

/** Lets the gate take an amount of a token: by the token's permit, or by what was approved before. */
export function usePermit() {
  const { town } = useTown();
  const client = usePublicClient();
  const now = useNow();
  const sign = useSignTypedData();
  const [waiting, setWaiting] = useState(false);

  async function find(token: Address, owner: Address, value: bigint): Promise<Asked> {
    const gate = town.deployment?.contracts.Gate;
    if (!client || gate === undefined)
      return { ok: false, sentence: "The town does not answer just now. Try again in a moment." };
    const [held, allowed] = await Promise.all([
      client.readContract({ address: token, abi: erc20Abi, functionName: "balanceOf", args: [owner] }),
      client.readContract({ address: token, abi: erc20Abi, functionName: "allowance", args: [owner, gate] }),
    ]);
    if (held < value) return { ok: false, sentence: "Your wallet holds less than that of this token." };
    if (allowed >= value) return { ok: true, permit: null };
    const found = await Promise.all([
      client.readContract({ address: token, abi: permitAbi, functionName: "nonces", args: [owner] }),
      client.readContract({ address: token, abi: permitAbi, functionName: "eip712Domain" }),
    ]).catch(() => null);
    if (found === null)
      return {
        ok: false,
        sentence: `This token knows no permits. Let ${gate} take it in your wallet (approve), then come back.`,
      };
    const [nonce, [, name, version, chainId, verifyingContract]] = found;
    const deadline = BigInt(now + HOUR);
    const signature = await sign.mutateAsync({
      domain: { name, version, chainId: Number(chainId), verifyingContract },
      types,
      primaryType: "Permit",
      message: { owner, spender: gate, value, nonce, deadline },
    });
    return { ok: true, permit: { deadline: deadline.toString(), signature } };
  }

  async function ask(token: Address, owner: Address, value: bigint): Promise<Asked> {
    setWaiting(true);
    try {
      return await find(token, owner, value);
    } catch (error) {
      return { ok: false, sentence: failureOf(error).sentence };
    } finally {
      setWaiting(false);
    }
  }
  return { ask, waiting };
}
