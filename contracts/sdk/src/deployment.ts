import { type Address, encodeAbiParameters, getAddress, type Hex, isAddress, isHex, keccak256 } from "viem";
import { z } from "zod";
import { PeerCommonsError } from "./errors/PeerCommonsError.ts";

const address = z
  .string()
  .refine((value) => isAddress(value, { strict: false }), "is not an address: 0x and 40 hexadecimal digits")
  .transform((value): Address => getAddress(value));

const hash = z
  .string()
  .refine((value) => isHex(value) && value.length === 66, "is not a hash: 0x and 64 hexadecimal digits")
  .transform((value) => value as Hex);

/**
 * The shape of deployment.json.
 * @example
 * deploymentSchema.safeParse(JSON.parse(text)).success
 */
export const deploymentSchema = z.object({
  chainId: z.int().positive(),
  deploymentId: hash,
  startBlock: z.int().nonnegative(),
  startBlockHash: hash,
  contracts: z.object({
    Forwarder: address,
    Ledger: address,
    Members: address,
    Personhood: address,
    Skills: address,
    Levels: address,
    CreditLines: address,
    BasicIncome: address,
    TaskMarket: address,
    Bots: address,
    Splitter: address,
    Clearing: address,
    Gate: address,
  }),
  personhood: z.enum(["WelcomeDesk", "Sponsorship"]),
});

/** One town: a chain, the addresses of its contracts, and the id that names them together. */
export type Deployment = z.infer<typeof deploymentSchema>;

/**
 * The id that clients compare: keccak256(abi.encode(chainId, ledger, hash of the block it was deployed from)).
 * @example
 * deploymentIdOf({ chainId: 31337, ledger, startBlockHash })
 */
export function deploymentIdOf(parameters: { chainId: number; ledger: Address; startBlockHash: Hex }): Hex {
  return keccak256(
    encodeAbiParameters(
      [{ type: "uint256" }, { type: "address" }, { type: "bytes32" }],
      [BigInt(parameters.chainId), parameters.ledger, parameters.startBlockHash],
    ),
  );
}

/**
 * Reads a deployment from JSON text or a parsed value, and checks that its id is its own.
 * @throws PeerCommonsError DeploymentInvalid, with a sentence
 * @example
 * const deployment = parseDeployment(await readFile(".peercommons/deployment.json", "utf8"));
 */
export function parseDeployment(source: unknown): Deployment {
  let value = source;
  if (typeof source === "string") {
    try {
      value = JSON.parse(source);
    } catch (cause) {
      throw invalid("it is not JSON", cause);
    }
  }
  const parsed = deploymentSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalid(
      issue ? `${issue.path.join(".") || "it"} ${lower(issue.message)}` : "its shape is wrong",
      parsed.error,
    );
  }
  const deployment = parsed.data;
  const id = deploymentIdOf({
    chainId: deployment.chainId,
    ledger: deployment.contracts.Ledger,
    startBlockHash: deployment.startBlockHash,
  });
  if (id !== deployment.deploymentId.toLowerCase()) {
    throw invalid(`its deploymentId is ${deployment.deploymentId}, but chain, ledger and block make ${id}`);
  }
  return deployment;
}

/**
 * Loads a deployment from a URL that serves it as JSON.
 * @throws PeerCommonsError DeploymentUnreachable or DeploymentInvalid
 * @example
 * const deployment = await loadDeployment("http://127.0.0.1:42069/v1/deployment");
 */
export async function loadDeployment(url: string | URL): Promise<Deployment> {
  let text: string;
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`status ${response.status}`);
    text = await response.text();
  } catch (cause) {
    throw new PeerCommonsError({
      code: "DeploymentUnreachable",
      message: `The deployment could not be read from ${url}. Check that the town's services run, then try again.`,
      args: { url: String(url) },
      retryable: true,
      cause,
    });
  }
  return parseDeployment(text);
}

function invalid(why: string, cause?: unknown): PeerCommonsError {
  return new PeerCommonsError({
    code: "DeploymentInvalid",
    message: `The deployment file cannot be used: ${why}. Deploy again, or take a fresh copy of deployment.json.`,
    args: { why },
    cause,
  });
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
