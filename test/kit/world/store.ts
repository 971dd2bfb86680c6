// One contract's storage as told by events: words by their slots, written by the names of variables.
import { type Layout, type Path, type Place, placeOf } from "./layout.ts";

const ones = (bits: bigint) => (1n << bits) - 1n;

/** Events that cannot follow each other: one is missing before them. */
export class StoryBroken extends Error {}

export class Store {
  readonly words = new Map<bigint, bigint>();
  readonly layout: Layout;

  constructor(layout: Layout) {
    this.layout = layout;
  }

  /** What a slot was last written as, for whoever has to read a difference. */
  readonly names = new Map<bigint, string>();

  slotOf(...path: Path): bigint {
    return placeOf(this.layout, path).slot;
  }

  get(...path: Path): bigint {
    return this.#read(placeOf(this.layout, path));
  }

  set(value: bigint | number | boolean | string, ...path: Path): void {
    this.#write(placeOf(this.layout, path), BigInt(value), path);
  }

  add(amount: bigint | number, ...path: Path): void {
    this.set(this.get(...path) + BigInt(amount), ...path);
  }

  /** A field of a word that the contract packs by hand. */
  bits(shift: number, bits: number, ...path: Path): bigint {
    return this.#read(this.#field(shift, bits, path));
  }

  setBits(value: bigint | number, shift: number, bits: number, ...path: Path): void {
    this.#write(this.#field(shift, bits, path), BigInt(value), path);
  }

  #field(shift: number, bits: number, path: Path): Place {
    const { slot } = placeOf(this.layout, path);
    return { slot, shift: BigInt(shift), bits: BigInt(bits) };
  }

  #read({ slot, shift, bits }: Place): bigint {
    return ((this.words.get(slot) ?? 0n) >> shift) & ones(bits);
  }

  #write({ slot, shift, bits }: Place, value: bigint, path: Path): void {
    if (value < 0n || value > ones(bits))
      throw new StoryBroken(`${path.join(".")} would be ${value}, which does not fit ${bits} bits.`);
    this.names.set(slot, path.join("."));
    const rest = (this.words.get(slot) ?? 0n) & ~(ones(bits) << shift);
    this.words.set(slot, rest | (value << shift));
  }
}
