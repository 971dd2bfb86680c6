/** One named field of a storage word; fields follow each other from the lowest bit up. */
export type Field = readonly [name: string, bits: number];

/** Reads the fields of a word, lowest bits first. */
export function unpack(word: bigint, fields: readonly Field[]): Record<string, bigint> {
  const values: Record<string, bigint> = {};
  let rest = word;
  for (const [name, bits] of fields) {
    values[name] = rest & ((1n << BigInt(bits)) - 1n);
    rest >>= BigInt(bits);
  }
  return values;
}

/** Writes the fields of a word; a value that does not fit is refused, never cut. */
export function pack(values: Readonly<Record<string, bigint | number>>, fields: readonly Field[]): bigint {
  let word = 0n;
  let shift = 0n;
  for (const [name, bits] of fields) {
    const value = BigInt(values[name] ?? 0);
    if (value < 0n || value >> BigInt(bits) !== 0n) {
      throw new RangeError(
        `${name} is ${value}, but it has ${bits} bits; give 0 to ${(1n << BigInt(bits)) - 1n}.`,
      );
    }
    word |= value << shift;
    shift += BigInt(bits);
  }
  return word;
}
