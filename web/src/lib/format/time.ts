const locale = "en-GB";
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

const dayStyle = { weekday: "short", day: "numeric", month: "short" } as const;
const fullStyle = { dateStyle: "full", timeStyle: "medium" } as const;
const clockStyle = { hour: "2-digit", minute: "2-digit" } as const;

const made = new Map<string, Intl.DateTimeFormat>();

/** An instant in a style and a time zone, the reader's when none is named. */
function write(at: number, style: Intl.DateTimeFormatOptions, zone: string | undefined): string {
  const key = `${JSON.stringify(style)} ${zone}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...style, timeZone: zone });
  made.set(key, format);
  return format.format(new Date(at * 1000));
}

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
export function dayAndTime(at: number, zone?: string): string {
  return `${dayOnly(at, zone)}, ${write(at, clockStyle, zone)}`;
}

export const dayOnly = (at: number, zone?: string): string => write(at, dayStyle, zone);
export const fullTime = (at: number, zone?: string): string => write(at, fullStyle, zone);

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
