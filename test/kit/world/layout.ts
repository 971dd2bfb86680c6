// Where the compiler put a contract's variables.
import { readFileSync } from "node:fs";
import { artifacts } from "hardhat";
import { encodeAbiParameters, type Hex, keccak256 } from "viem";

type Member = { label: string; slot: string; offset: number; type: string };
type Type = {
  encoding: string;
  numberOfBytes: string;
  base?: string;
  value?: string;
  members?: Member[];
};
export type Layout = { storage: Member[]; types: Record<string, Type> | null };

/** A value's place: its slot, its lowest bit in it, and how many bits it has. */
export type Place = { slot: bigint; shift: bigint; bits: bigint };

/** From a variable inwards: keys of mappings, indices of arrays, "length", names of a struct's members. */
export type Path = readonly [label: string, ...(string | number | bigint)[]];

/** Reads the compiler's own account of a contract's storage. */
export async function layoutOf(contract: string): Promise<Layout> {
  const { buildInfoId, inputSourceName, contractName } = await artifacts.readArtifact(contract);
  const file = buildInfoId && (await artifacts.getBuildInfoOutputPath(buildInfoId));
  if (!file || !inputSourceName) throw new Error(`${contract} was not compiled here. Run: npx hardhat build`);
  const { output } = JSON.parse(readFileSync(file, "utf8")) as {
    output: { contracts: Record<string, Record<string, { storageLayout?: Layout }>> };
  };
  const layout = output.contracts[inputSourceName]?.[contractName]?.storageLayout;
  if (!layout) throw new Error(`The compiler says no storageLayout of ${contract}: see hardhat.config.ts`);
  return layout;
}

const hashed = (...words: bigint[]) =>
  BigInt(
    keccak256(
      encodeAbiParameters(
        words.map(() => ({ type: "uint256" })),
        words,
      ),
    ),
  );

/** Numbers, addresses and bytes32 lie to the right in a key's word, shorter bytes to the left. */
function keyWord(key: string | number | bigint, keyType: string): bigint {
  const shorter = /t_bytes(\d+)$/.exec(keyType)?.[1];
  const value = BigInt(key);
  return shorter ? value << (256n - 8n * BigInt(shorter)) : value;
}

/** Solidity's rules for where things lie. */
export function placeOf(layout: Layout, [label, ...inner]: Path): Place {
  const types = layout.types ?? {};
  // Two bases may use one name for what is theirs alone: "_nonces#2" is the second.
  const [name, nth = "1"] = label.split("#");
  const start = layout.storage.filter((member) => member.label === name)[Number(nth) - 1];
  if (!start) throw new Error(`There is no variable ${label}.`);
  let { slot, offset, type } = { slot: BigInt(start.slot), offset: start.offset, type: start.type };
  const at = (name: string): Type => {
    const found = types[name];
    if (!found) throw new Error(`The layout names no type ${name}.`);
    return found;
  };
  for (const step of inner) {
    const here = at(type);
    if (here.encoding === "mapping" && here.value) {
      const [, keyType = ""] = /^t_mapping\((.*?),/.exec(type) ?? [];
      [slot, offset, type] = [hashed(keyWord(step, keyType), slot), 0, here.value];
    } else if (here.members) {
      const member = here.members.find((each) => each.label === step);
      if (!member) throw new Error(`${type} has no member ${step}.`);
      [slot, offset, type] = [slot + BigInt(member.slot), member.offset, member.type];
    } else if (step === "length") {
      return { slot, shift: 0n, bits: 256n };
    } else if (here.base) {
      const size = Number(at(here.base).numberOfBytes);
      const first = here.encoding === "dynamic_array" ? hashed(slot) : slot;
      const perSlot = Math.max(Math.floor(32 / size), 1);
      const index = Number(step);
      slot = first + BigInt(Math.floor(index / perSlot) * Math.ceil(size / 32));
      [offset, type] = [(index % perSlot) * size, here.base];
    } else throw new Error(`${type} has nothing inside, so no ${step}.`);
  }
  return { slot, shift: BigInt(offset) * 8n, bits: BigInt(at(type).numberOfBytes) * 8n };
}

/** The slot as the chain is asked for it. */
export const slotHex = (slot: bigint): Hex => `0x${slot.toString(16).padStart(64, "0")}`;
