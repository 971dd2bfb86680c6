const bands = [0, 1, 2, 3, 4, 5, 6, 7];

/** The eight price bands of a skill as rising bars, one of them inked. */
export function BandMark({ band, width = 44 }: { band: number; width?: number }) {
  return (
    <svg
      role="img"
      aria-label={`Price band ${band + 1} of 8`}
      viewBox="0 0 46 20"
      width={width}
      height={(width * 20) / 46}
      className="shrink-0"
    >
      {bands.map((each) => {
        const height = 5 + each * 2;
        return (
          <rect
            key={each}
            x={each * 5.8}
            y={20 - height}
            width="4.4"
            height={height}
            className={each === band ? "fill-poppy" : each < band ? "fill-ink opacity-70" : "fill-rule"}
          />
        );
      })}
    </svg>
  );
}
