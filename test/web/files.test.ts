import { maxFileBytes } from "@peercommons/sdk/schemas";
import { describe, expect, it } from "vitest";
import { fileSize } from "@/lib/format/size";
import { checkFiles } from "@/lib/forms/files";
import { mayRun, previewOf } from "@/lib/preview";

const picked = (name: string, size: number) => ({
  name,
  size,
  type: "",
  arrayBuffer: async () => new ArrayBuffer(0),
});
const text = (written: string) => new TextEncoder().encode(written);

describe("files", () => {
  it("are refused with a sentence when they are too many, too large or empty", () => {
    expect(() => checkFiles([picked("a", 1)], 9)).not.toThrow();
    expect(() => checkFiles([picked("a", maxFileBytes)], 0)).not.toThrow();
    expect(() => checkFiles([picked("a", 1), picked("b", 1)], 9)).toThrow(/11 files are more than the 10/);
    expect(() => checkFiles([picked("film.mov", maxFileBytes + 1)], 0)).toThrow(
      /film\.mov has .* Make it smaller/,
    );
    expect(() => checkFiles([picked("folder", 0)], 0)).toThrow(/is empty \(or a folder\)/);
  });

  it("say their size as people do", () => {
    expect([fileSize(12), fileSize(14_336), fileSize(2_411_725)]).toEqual(["12 bytes", "14 KB", "2.3 MB"]);
  });
});

describe("a preview", () => {
  it("goes by the bytes, not by the name or what the file says of itself", () => {
    expect(previewOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toEqual({
      kind: "image",
      type: "image/png",
    });
    expect(previewOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])).kind).toBe("image");
    expect(previewOf(text("plain words\n"))).toEqual({ kind: "text", text: "plain words\n" });
    expect(previewOf(Uint8Array.from([0x4d, 0x5a, 0, 1])).kind).toBe("none");
    expect(previewOf(Uint8Array.from([0x4d, 0x5a, 0x90, 0xff])).kind).toBe("none");
  });

  it("shows pages and drawings as the text they are", () => {
    expect(previewOf(text("<svg onload=alert(1)>"))).toMatchObject({ kind: "text" });
    expect(previewOf(text("<script>alert(1)</script>"))).toMatchObject({ kind: "text" });
    const long = previewOf(text("a".repeat(50_000)));
    expect(long.kind === "text" && long.text.length).toBeLessThan(20_010);
  });

  it("warns of what runs when it is opened", () => {
    expect(["setup.exe", "page.HTML", "drawing.svg", "run.sh"].every(mayRun)).toBe(true);
    expect(["photo.png", "text.txt", "exe", "my.exe.pdf"].some(mayRun)).toBe(false);
  });
});
