const LEVELS = 16;
const STEP = 24;
const HEIGHT = 110;

/** Members by level, 0 to 15. */
export function Histogram({ histogram }: { histogram: number[] }) {
  const most = Math.max(1, ...histogram);
  return (
    <svg
      viewBox={`0 0 ${LEVELS * STEP} ${HEIGHT + 36}`}
      className="w-full"
      role="img"
      aria-label={`Members by level: ${histogram.map((n, level) => `${n} at level ${level}`).join(", ")}`}
    >
      {histogram.map((members, level) => {
        const height = (members / most) * HEIGHT;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the level
          <g key={level}>
            <rect
              x={level * STEP + 2}
              y={16 + HEIGHT - height}
              width={STEP - 4}
              height={height}
              className={level === 0 ? "fill-poppy" : "fill-ink"}
            />
            {members > 0 ? (
              <text
                x={level * STEP + STEP / 2}
                y={10 + HEIGHT - height}
                textAnchor="middle"
                fontSize="11"
                className="figures fill-text"
              >
                {members}
              </text>
            ) : null}
            <text
              x={level * STEP + STEP / 2}
              y={HEIGHT + 32}
              textAnchor="middle"
              fontSize="11"
              className="figures fill-soft"
            >
              {level}
            </text>
          </g>
        );
      })}
      <line x1="0" x2={LEVELS * STEP} y1={HEIGHT + 16.5} y2={HEIGHT + 16.5} className="stroke-ink" />
    </svg>
  );
}
