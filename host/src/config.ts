import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parse, stringify, TomlError } from "smol-toml";
import { z } from "zod";
import { type Home, HostError } from "./home.ts";

const url = z.url({ protocol: /^https?$/ });

export const hostConfigSchema = z.strictObject({
  /** the chain's JSON-RPC */
  rpc: url,
  /** an indexer of the same deployment */
  indexer: url,
  /** refuses any other deployment once set up */
  deploymentId: z.string().regex(/^0x[0-9a-f]{64}$/),
  /** blocks to wait before a task or a payment counts; 0 on a local chain */
  confirmations: z.int().min(0).max(256).default(0),
  /** seconds between looks at the feed when no live update arrives */
  pollSeconds: z.number().min(1).max(600).default(5),
  /** smallest price worth trying, in PEER */
  minimumPrice: z
    .string()
    .regex(/^\d+(\.\d{1,6})?$/)
    .default("0.1"),
  /** push the split on once this much PEER waits */
  pushAt: z
    .string()
    .regex(/^\d+(\.\d{1,6})?$/)
    .default("1"),
  /** "auto" uses a graphics card when there is one */
  gpu: z.enum(["auto", "off"]).default("auto"),
  /** health, readiness and metrics on 127.0.0.1; 0 switches them off */
  port: z.int().min(0).max(65_535).default(0),
});

export type HostConfig = z.infer<typeof hostConfigSchema>;

export function readConfig(home: Home): HostConfig {
  if (!existsSync(home.config))
    throw new HostError(
      `There is no configuration at ${home.config}.`,
      "Run `peercommons host setup` first.",
    );
  let raw: unknown;
  try {
    raw = parse(readFileSync(home.config, "utf8"));
  } catch (error) {
    const where = error instanceof TomlError ? `line ${error.line}` : String(error);
    throw new HostError(
      `${home.config} can't be read as TOML (${where}).`,
      "Correct that line, or run `peercommons host setup` again.",
    );
  }
  const result = hostConfigSchema.safeParse(raw);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new HostError(
      `${home.config}: ${issue?.path.join(".") || "the file"}: ${issue?.message ?? "not valid"}.`,
      "Correct it; host/README.md lists every setting.",
    );
  }
  return result.data;
}

/** Writes the whole file, or nothing. */
export function writeConfig(home: Home, config: HostConfig): void {
  const next = `${home.config}.next`;
  writeFileSync(
    next,
    `# PeerCommons host. Every setting is explained in host/README.md.\n${stringify(config)}\n`,
    { mode: 0o600 },
  );
  renameSync(next, home.config);
}
