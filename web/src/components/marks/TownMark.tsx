/** The mark of the house: two hands' worth of ink, and what they have in common. */
export function TownMark({ size = 32, className }: { size?: number; className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 44 32"
      width={(size * 44) / 32}
      height={size}
      className={`isolate shrink-0 ${className ?? ""}`}
    >
      <circle cx="15" cy="16" r="14" className="fill-ink" />
      <circle cx="29" cy="16" r="14" className="overprint fill-poppy" />
    </svg>
  );
}
