import { fromBase64, toBase64 } from "@peercommons/sdk/content";

/** A value as text for a link: JSON in the letters addresses allow. */
export function toLinkText(value: unknown): string {
  return toBase64(new TextEncoder().encode(JSON.stringify(value)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The value in a link's text, to be checked; null when it is none or was cut. */
export function fromLinkText(text: string | null): unknown {
  if (text === null || !/^[A-Za-z0-9_-]{1,6000}$/.test(text)) return null;
  try {
    const bytes = fromBase64(text.replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
