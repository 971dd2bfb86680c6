// The town as scripts deploy it, on a test's own chain.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deployment } from "@peercommons/sdk";
import { type Address, type Hex, zeroHash } from "viem";
import { deployTown } from "../../../scripts/ignition/deploy.ts";
import { accountAt, type Chain } from "./chain.ts";

/** Wallet 0 deploys, wallet 1 governs. */
export async function deploy(
  chain: Chain,
  founders: { address: Address; sealingKey?: Hex }[],
): Promise<Deployment> {
  const folder = await mkdtemp(join(tmpdir(), "peercommons-deploy-"));
  try {
    return await deployTown({
      rpcUrl: chain.url,
      file: join(folder, "deployment.json"),
      state: join(folder, "ignition"),
      personhood: "WelcomeDesk",
      governor: accountAt(1).address,
      founders: founders.map(({ address, sealingKey = zeroHash }) => ({ owner: address, sealingKey })),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
