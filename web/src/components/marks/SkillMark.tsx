import { blocks, seedOf } from "./shapes";

/** A skill's mark: two blocks printed over each other, one in each ink. */
export function SkillMark({ symbol, size = 28 }: { symbol: string; size?: number }) {
  const seed = seedOf(symbol);
  const first = blocks[seed % blocks.length];
  const second = blocks[(seed >>> 5) % blocks.length];
  const turn = ((seed >>> 9) % 4) * 90;
  const shift = 3 + ((seed >>> 12) % 3);
  return (
    <svg aria-hidden viewBox="-1 -1 30 30" width={size} height={size} className="isolate shrink-0">
      <path d={first} className="fill-ink" />
      <g transform={`translate(${shift} ${shift}) rotate(${turn} 12 12)`} className="overprint">
        <path d={second} className="fill-poppy" />
      </g>
    </svg>
  );
}
