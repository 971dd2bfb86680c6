/** Numbers that look random and are the same each time (splitmix64). */
export class Random {
  private state: bigint;

  constructor(seed: bigint) {
    this.state = seed;
  }

  bits(count: number): bigint {
    let value = 0n;
    for (let have = 0; have < count; have += 64) value = (value << 64n) | this.next();
    return BigInt.asUintN(count, value);
  }

  /** From 0 to `max`, both included. */
  upTo(max: number): number {
    return Number(this.next() % BigInt(max + 1));
  }

  between(min: number, max: number): number {
    return min + this.upTo(max - min);
  }

  /** Of any size up to so many bits, small ones as likely as large ones. */
  sized(maxBits: number): bigint {
    return this.bits(this.between(1, maxBits));
  }

  flip(): boolean {
    return (this.next() & 1n) === 1n;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.upTo(255));
  }

  private next(): bigint {
    this.state = BigInt.asUintN(64, this.state + 0x9e3779b97f4a7c15n);
    let z = this.state;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  }
}
