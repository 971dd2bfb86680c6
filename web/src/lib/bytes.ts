/** Bytes of a base64 text. Throws when it is not one. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Bytes of a stored content. */
export function contentBytes(content: { body: string; encoding: "utf8" | "base64" }): Uint8Array {
  return content.encoding === "base64" ? fromBase64(content.body) : new TextEncoder().encode(content.body);
}
