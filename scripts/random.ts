// Numbers that look random and are the same for the same seed. Pure.

/** Numbers from 0 up to 1; 32 bits of state (xorshift32, Marsaglia 2003). For experiments, never for secrets. */
export function random(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
