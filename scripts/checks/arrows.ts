// Who may know whom. The rules are the arrows of the design; this walks the imports. Pure.
import { posix } from "node:path";

export type Source = { path: string; text: string };
export type WrongArrow = { path: string; line: number; target: string; rule: string };

type Import = { line: number; specifier: string };

const TYPESCRIPT_IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["']([^"']+)["']/g;
const SOLIDITY_IMPORT = /\bimport\s+(?:[^"';]*?\bfrom\s+)?["']([^"']+)["']/g;

/** Comments become blanks of the same shape, so that line numbers stay. Strings holding comment signs survive. */
function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (match, string) => (string === undefined ? match.replace(/[^\n]/g, " ") : match),
  );
}

export function importsOf({ path, text }: Source): Import[] {
  const pattern = path.endsWith(".sol") ? SOLIDITY_IMPORT : TYPESCRIPT_IMPORT;
  const code = withoutComments(text);
  return [...code.matchAll(pattern)].map((match) => ({
    line: code.slice(0, match.index + match[0].indexOf(match[1] ?? "")).split("\n").length,
    specifier: match[1] ?? "",
  }));
}

/** A path of the repository, or a package's name. */
function resolve(path: string, specifier: string): string {
  if (specifier.startsWith(".")) return posix.normalize(posix.join(posix.dirname(path), specifier));
  if (specifier.startsWith("@/")) return `web/src/${specifier.slice(2)}`;
  if (specifier === "@peercommons/sdk" || specifier.startsWith("@peercommons/sdk/"))
    return `contracts/sdk/src${specifier.slice(16)}`;
  if (specifier.startsWith("@peercommons/")) return specifier.slice("@peercommons/".length);
  return specifier;
}

/** Room of a repository path; undefined for packages. */
function roomOf(path: string): string | undefined {
  if (path === "contracts/sdk" || path.startsWith("contracts/sdk/")) return "sdk";
  const room = path.split("/")[0] ?? "";
  return ["contracts", "scripts", "indexer", "web", "host", "test"].includes(room) ? room : undefined;
}

const TYPESCRIPT_RULES: Record<string, { rooms: string[]; rule: string }> = {
  sdk: {
    rooms: ["sdk"],
    rule: "the sdk knows the contracts' generated code and packages, nothing else of ours",
  },
  indexer: { rooms: ["indexer", "sdk"], rule: "the indexer knows the sdk, nothing else of ours" },
  host: { rooms: ["host", "sdk"], rule: "the host knows the sdk, nothing else of ours" },
  web: {
    rooms: ["web", "sdk"],
    rule: "the dApp knows the sdk and the indexer's schema, nothing else of ours",
  },
};

function typescriptRule(path: string, target: string): string | undefined {
  const from = roomOf(path) ?? "";
  const to = roomOf(target);
  const rule = TYPESCRIPT_RULES[from];
  if (rule === undefined || to === undefined || rule.rooms.includes(to)) return undefined;
  if (from === "web" && /^indexer\/ponder\.schema(\.ts)?$/.test(target)) return undefined;
  if (to === "test" && /\.test\.tsx?$/.test(path)) return undefined;
  return rule.rule;
}

const CORE = ["people", "credit", "skill", "work", "commons", "governance", "compute"];

function solidityRule(path: string, target: string): string | undefined {
  const from = path.startsWith("contracts/") ? (path.split("/")[1] ?? "") : "test";
  if (from === "test" || from === "mocks") return undefined;
  if (roomOf(target) === undefined)
    return target.startsWith("@openzeppelin/contracts/")
      ? undefined
      : "contracts know OpenZeppelin and themselves, no other package";
  const to = target.startsWith("contracts/") ? (target.split("/")[1] ?? "") : "test";
  if (CORE.includes(from))
    return [from, "interfaces", "libraries"].includes(to)
      ? undefined
      : "a core contract knows its own room, interfaces/ and libraries/, never another room, policies/ or mocks/";
  const allowed = {
    policies: ["policies", "interfaces"],
    libraries: ["libraries", "interfaces"],
    interfaces: ["interfaces", "libraries"],
  }[from];
  if (allowed === undefined || allowed.includes(to)) return undefined;
  return `${from}/ knows ${allowed.filter((name) => name !== from).join("/ and ")}/ only`;
}

export function findWrongArrows(sources: readonly Source[]): WrongArrow[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap(({ line, specifier }) => {
      const target = resolve(source.path, specifier);
      const rule = source.path.endsWith(".sol")
        ? solidityRule(source.path, target)
        : typescriptRule(source.path, target);
      return rule === undefined ? [] : [{ path: source.path, line, target, rule }];
    }),
  );
}
