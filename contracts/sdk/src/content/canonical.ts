import { PeerCommonsError } from "../errors/PeerCommonsError.ts";

/**
 * One JSON text for a value: keys in code-unit order, no spaces, strings in Unicode's NFC form, whole numbers only, and
 * nothing left out but undefined fields. The same value gives the same bytes everywhere.
 * @throws PeerCommonsError ContentNotCanonical for what JSON cannot hold exactly
 * @example
 * canonicalJson({ v: 1, title: "Logo" }) // '{"title":"Logo","v":1}'
 */
export function canonicalJson(value: unknown): string {
  return write(value, "the document", 0);
}

/**
 * The bytes of {@link canonicalJson}.
 * @example
 * canonicalBytes({ v: 1 }).length // 7
 */
export function canonicalBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}

const deepest = 32;
const loneSurrogate = /\p{Surrogate}/u;

function write(value: unknown, path: string, depth: number): string {
  if (depth > deepest) throw refuse(path, "is nested too deep");
  if (value === null || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "string") return writeString(value, path);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw refuse(path, "is not a whole number that JSON holds exactly");
    return (value === 0 ? 0 : value).toString();
  }
  if (Array.isArray(value)) {
    const items = Array.from(value, (item, index) => write(item, `${path}[${index}]`, depth + 1));
    return `[${items.join(",")}]`;
  }
  if (typeof value === "object") return writeObject(value, path, depth);
  throw refuse(path, `is a ${typeof value}, which JSON has no word for`);
}

function writeObject(value: object, path: string, depth: number): string {
  const fields = new Map<string, string>();
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    const name = writeString(key, path);
    if (fields.has(name)) throw refuse(path, `has the key ${name} twice`);
    fields.set(name, write(field, `${path}.${key}`, depth + 1));
  }
  const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, text]) => `${name}:${text}`).join(",")}}`;
}

function writeString(text: string, path: string): string {
  if (loneSurrogate.test(text)) throw refuse(path, "holds half a character (a lone surrogate)");
  return JSON.stringify(text.normalize("NFC"));
}

const refuse = (path: string, why: string) =>
  new PeerCommonsError({
    code: "ContentNotCanonical",
    message: `${path.slice(0, 80)} ${why}, so it has no fixed bytes. Change it and try again.`,
    args: { path, why },
  });
