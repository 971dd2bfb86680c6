import type { AccountKindName } from "@peercommons/sdk/schemas";
import { seedOf } from "./shapes";

const outlines: Record<AccountKindName, string> = {
  Member: "M18 1a17 17 0 1 1 0 34a17 17 0 0 1 0-34z",
  Organisation: "M3 35V14L18 2l15 12v21z",
  Bot: "M9 4h18a6 6 0 0 1 6 6v16a6 6 0 0 1-6 6H9a6 6 0 0 1-6-6V10a6 6 0 0 1 6-6z",
  Contract: "M18 1l16 17l-16 17L2 18z",
};

const inks = [
  ["fill-poppy", "fill-on-poppy"],
  ["fill-ink", "fill-on-ink"],
  ["fill-ink-wash", "fill-ink"],
] as const;

/** Who somebody is at a glance: people are round, organisations have a roof, bots have a face. */
export function AccountMark(props: { name: string; seed: string; kind: AccountKindName; size?: number }) {
  const { size = 32, kind } = props;
  const [fill, on] = inks[seedOf(props.seed.toLowerCase()) % inks.length] ?? inks[0];
  return (
    <svg aria-hidden viewBox="0 0 36 36" width={size} height={size} className="shrink-0">
      <path d={outlines[kind]} className={fill} />
      {kind === "Bot" ? (
        <g className={on}>
          <circle cx="12.500" cy="16" r="2.600" />
          <circle cx="23.500" cy="16" r="2.600" />
          <rect x="11" y="23" width="14" height="2.400" rx="1.200" />
        </g>
      ) : (
        <text
          x="18"
          y={kind === "Organisation" ? 29 : 24.5}
          textAnchor="middle"
          className={`font-bold font-display ${on}`}
          fontSize="18"
        >
          {initial(props.name)}
        </text>
      )}
    </svg>
  );
}

const initial = (name: string): string => [...name.trim()][0]?.toUpperCase() ?? "·";
