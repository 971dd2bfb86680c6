import { type Address, getAddress, type Hex } from "viem";
import { z } from "zod";
import { PeerCommonsError } from "./errors/PeerCommonsError.ts";
import { address, hash, hex } from "./schemas/common.ts";

const schema = z.strictObject({
  deploymentId: hash,
  operator: address,
  creatorId: z.int().min(1).max(4_294_967_295),
  skillId: z.int().min(1).max(16_777_215),
  computeBps: z.int().min(0).max(2_000),
  modelHash: hash,
  sealingKey: hash,
  deadline: z.int().positive(),
  signature: hex,
});

/** A host's signed consent to run a bot, as it travels from the host's command line to the creator's dApp. */
export type OperatorConsent = Omit<
  z.infer<typeof schema>,
  "deploymentId" | "operator" | "modelHash" | "sealingKey" | "signature"
> & {
  deploymentId: Hex;
  operator: Address;
  modelHash: Hex;
  sealingKey: Hex;
  signature: Hex;
};

/**
 * The consent as one word that can be copied and pasted.
 * @example
 * writeOperatorConsent(consent) // "eyJkZXBsb3ltZW50SWQi..."
 */
export function writeOperatorConsent(consent: OperatorConsent): string {
  return btoa(JSON.stringify(schema.parse(consent)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/**
 * Reads what {@link writeOperatorConsent} wrote. The signature is checked by the contract.
 * @throws PeerCommonsError OperatorConsentInvalid
 * @example
 * const consent = readOperatorConsent(pasted);
 */
export function readOperatorConsent(text: string): OperatorConsent {
  let value: unknown;
  try {
    value = JSON.parse(atob(text.trim().replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    value = undefined;
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    const { deploymentId, operator, modelHash, sealingKey, signature, ...rest } = parsed.data;
    return {
      ...rest,
      deploymentId: deploymentId as Hex,
      operator: getAddress(operator),
      modelHash: modelHash as Hex,
      sealingKey: sealingKey as Hex,
      signature: signature as Hex,
    };
  }
  throw new PeerCommonsError({
    code: "OperatorConsentInvalid",
    message:
      "This is not a host's consent, or a part of it is missing. Copy the whole line that `peercommons host consent` prints.",
  });
}
