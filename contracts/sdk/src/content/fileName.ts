const longest = 120;

/** Control characters, marks that turn the reading direction (they hide an ending), and what file systems take for a path. */
const hostile = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}/\\:*?"<>|]+/gu;
/** Names that Windows takes for devices. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A file's name as it may be shown and saved: one name without a path, no hidden characters, at most 120 characters with its
 * ending kept. Never empty.
 * @example
 * safeFileName("../../etc/passwd") // "etc passwd"
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(hostile, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
    .replace(devices, "$1_");
  if (plain === "") return "file";
  if (plain.length <= longest) return plain;
  const dot = plain.lastIndexOf(".");
  const ending = dot > 0 && plain.length - dot <= 16 ? plain.slice(dot) : "";
  return wellFormed(plain.slice(0, longest - ending.length)).trimEnd() + ending;
}

/** Without the half character that a cut may leave at the end. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}$/u, "");
