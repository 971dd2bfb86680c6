/** Door `@peercommons/sdk/sealing`: keys from wallet signatures, sealing and opening. */
export { open, seal, sealingOverhead } from "./envelope.ts";
export {
  deriveSealingKeys,
  publicSealingKey,
  type SealingKeys,
  sealingKeysFromSeed,
  sealingTypedData,
} from "./keys.ts";
