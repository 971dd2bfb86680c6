import { type Address, concat, getAddress, keccak256, slice, stringToHex, toHex } from "viem";
import type { SkillId } from "./types.ts";

/**
 * The keyless ledger account a skill's pot lies at: the low 160 bits of
 * keccak256("PeerCommons pot" as bytes32, the id as uint256), as `Payee.potOf` has it.
 * @example
 * potAddressOf(3) // "0x..."
 */
export function potAddressOf(skillId: SkillId): Address {
  const word = concat([stringToHex("PeerCommons pot", { size: 32 }), toHex(skillId, { size: 32 })]);
  return getAddress(slice(keccak256(word), 12));
}
