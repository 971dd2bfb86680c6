import encodeQR from "qr";

/** A text as a QR code, drawn in the page's own ink, with a quiet border so that phones find it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const cells = encodeQR(text, "raw", { ecc: "low", border: 4 });
  const size = cells.length;
  const path = cells
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-full max-w-72 rounded-s bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
