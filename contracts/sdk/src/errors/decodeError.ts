import { type AbiItem, decodeErrorResult, type Hex, toFunctionSelector } from "viem";
import { abis } from "../generated/abis.ts";
import { solidityErrorsAbi } from "./sentences/inherited.ts";

type AbiError = Extract<AbiItem, { type: "error" }>;

/** A contract's error with its values by name. */
export type DecodedError = { errorName: string; args: Readonly<Record<string, unknown>> };

/**
 * Every custom error of every contract, once, and Solidity's own two.
 * @example
 * contractErrors.length > 100
 */
export const contractErrors: readonly AbiError[] = uniqueErrors();

/**
 * Decodes a revert's bytes by the errors of all contracts, since a call meets errors of contracts behind the one it calls.
 * @returns null when the bytes are of no known error
 * @example
 * decodeError("0x...")?.errorName // "LedgerInsufficient"
 */
export function decodeError(data: Hex): DecodedError | null {
  try {
    const { abiItem, errorName, args } = decodeErrorResult({ abi: contractErrors, data });
    const inputs = "inputs" in abiItem ? abiItem.inputs : [];
    const values: readonly unknown[] = args ?? [];
    return {
      errorName,
      args: Object.fromEntries(inputs.map((input, i) => [input.name || String(i), values[i]])),
    };
  } catch {
    return null; // not one of ours, or cut short
  }
}

function uniqueErrors(): AbiError[] {
  const found = new Map<Hex, AbiError>();
  for (const abi of [...Object.values(abis), solidityErrorsAbi]) {
    for (const item of abi) if (item.type === "error") found.set(toFunctionSelector(signatureOf(item)), item);
  }
  return [...found.values()];
}

function signatureOf(error: AbiError): string {
  return `${error.name}(${error.inputs.map((input) => input.type).join(",")})`;
}
