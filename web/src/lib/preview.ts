/** What can be shown of a file without running any of it. */
export type Preview = { kind: "image"; type: string } | { kind: "text"; text: string } | { kind: "none" };

const images: { type: string; at: number; magic: number[] }[] = [
  { type: "image/png", at: 0, magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", at: 0, magic: [0xff, 0xd8, 0xff] },
  { type: "image/gif", at: 0, magic: [0x47, 0x49, 0x46, 0x38] },
  { type: "image/webp", at: 8, magic: [0x57, 0x45, 0x42, 0x50] },
];

/** Most of a text that is shown. */
const longestText = 20_000;

/**
 * How to show a file: by what it is, not by what it says it is. Pictures are the four kinds that hold pixels and nothing else;
 * text is shown as text, whatever is in it.
 */
export function previewOf(bytes: Uint8Array): Preview {
  const image = images.find(({ at, magic }) => magic.every((byte, i) => bytes[at + i] === byte));
  if (image) return { kind: "image", type: image.type };
  const text = textOf(bytes);
  return text === null ? { kind: "none" } : { kind: "text", text };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell text from other bytes
    if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return null;
    return text.length > longestText ? `${text.slice(0, longestText)}\n…` : text;
  } catch {
    return null;
  }
}

const programs =
  /\.(exe|com|scr|msi|bat|cmd|ps1|vbs|js|jse|wsf|hta|jar|app|dmg|pkg|deb|rpm|sh|apk|lnk|html?|svg|xhtml)$/i;

/** Whether opening the saved file would run something. */
export const mayRun = (name: string): boolean => programs.test(name);
