/** The five effort classes, by number. */
export const efforts = [
  { name: "a quarter of an hour", short: "15 min", claimHours: 1 },
  { name: "an hour", short: "1 hour", claimHours: 4 },
  { name: "half a day", short: "4 hours", claimHours: 12 },
  { name: "a day", short: "1 day", claimHours: 24 },
  { name: "a week", short: "1 week", claimHours: 72 },
] as const;

export const effortName = (effort: number): string => efforts[effort]?.name ?? "some time";
