import type { Guide } from "@peercommons/sdk/schemas";
import { shortPeer } from "@/lib/format/money";

const bands = [0, 1, 2, 3, 4, 5, 6, 7];
const WIDTH = 320;
const STEP = WIDTH / 8;

/** The skill's price scale: eight bands of prices that were really paid, and where this price lies. */
export function BandScale({ guide, marked }: { guide: Guide; marked: boolean }) {
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} 92`}
        className="w-full"
        role="img"
        aria-label={
          marked ? `The price lies in band ${guide.band + 1} of 8` : "The price bands of this skill"
        }
      >
        {bands.map((band) => {
          const height = 14 + band * 6;
          const here = marked && band === guide.band;
          return (
            <rect
              key={band}
              x={band * STEP + 2}
              y={66 - height}
              width={STEP - 4}
              height={height}
              className={here ? "fill-poppy" : "fill-ink opacity-30"}
            />
          );
        })}
        {guide.quantiles.map(({ octile, price }) => (
          <g key={octile}>
            <line x1={octile * STEP} x2={octile * STEP} y1={66} y2={72} className="stroke-edge" />
            {octile % 2 === 0 || octile === 1 || octile === 7 ? (
              <text x={octile * STEP} y={86} textAnchor="middle" fontSize="11" className="figures fill-text">
                {shortPeer(BigInt(price))}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
      <figcaption className="text-soft text-xs">
        Prices in PEER for work of this size, in eighths of what has been paid. Higher bands go to higher
        levels first.
      </figcaption>
    </figure>
  );
}
