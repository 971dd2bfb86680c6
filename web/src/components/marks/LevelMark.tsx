import { cn } from "@/lib/cn";

const rings = [1, 2, 3, 4, 5];

/** Below this the rings get bolder, or they could not be told apart. */
const SMALL = 48;

/** Growth rings, as in wood: three levels a ring, fifteen in all. */
export function LevelMark({
  level,
  size = 28,
  className,
}: {
  level: number;
  size?: number;
  className?: string;
}) {
  return (
    <svg
      role="img"
      aria-label={`Level ${level}`}
      viewBox="0 0 36 36"
      width={size}
      height={size}
      className={cn("shrink-0", className)}
    >
      <circle cx="18" cy="18" r={size < SMALL ? 3 : 2.2} className={level > 0 ? "fill-poppy" : "fill-rule"} />
      {rings.map((ring) => {
        const radius = size < SMALL ? 3 + ring * 2.75 : 2 + ring * 3;
        const around = 2 * Math.PI * radius;
        const grown = Math.max(0, Math.min(3, level - (ring - 1) * 3)) / 3;
        return (
          <g key={ring} fill="none" strokeWidth={size < SMALL ? 2.5 : 1.9} transform="rotate(-90 18 18)">
            <circle
              cx="18"
              cy="18"
              r={radius}
              className="stroke-rule"
              strokeWidth={size < SMALL ? 0.5 : 0.8}
            />
            {grown > 0 ? (
              <circle
                cx="18"
                cy="18"
                r={radius}
                className="stroke-ink"
                strokeLinecap="butt"
                strokeDasharray={`${around * grown} ${around}`}
              />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
