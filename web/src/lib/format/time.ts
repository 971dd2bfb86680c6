const locale = "en-GB";
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const day = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short" });
const full = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "medium" });
const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "in 3 hours", "2 days ago", from unix seconds. Within half a minute it is "now". */
export function relativeTime(at: number, now: number): string {
  const distance = at - now;
  for (const [unit, seconds] of steps) {
    if (Math.abs(distance) >= seconds) return relative.format(Math.trunc(distance / seconds), unit);
  }
  return Math.abs(distance) < 30 ? "now" : relative.format(distance, "second");
}

/** "Fri 20 Nov, 14:05". */
export function dayAndTime(at: number): string {
  const date = new Date(at * 1000);
  return `${day.format(date)}, ${clock.format(date)}`;
}

export const dayOnly = (at: number): string => day.format(new Date(at * 1000));
export const fullTime = (at: number): string => full.format(new Date(at * 1000));

/** "3 days", "20 minutes": a length, not an instant. Rounded to its largest unit. */
export function duration(seconds: number): string {
  for (const [unit, size] of steps.slice(3)) {
    if (seconds >= size) return count(Math.round(seconds / size), unit);
  }
  return count(Math.max(0, Math.round(seconds)), "second");
}

/** "1 person", "3 people". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${new Intl.NumberFormat(locale).format(n)} ${n === 1 ? one : many}`;
}
