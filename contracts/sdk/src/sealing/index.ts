/** Door `@peercommons/sdk/sealing`: keys from wallet signatures; sealing and opening work, task bodies, files and notes. */
export { open, seal, sealingOverhead } from "./envelope.ts";
export { type AttachedFile, fileTooLarge, openFile, packFile } from "./files.ts";
export {
  deriveSealingKeys,
  publicSealingKey,
  type SealingKeys,
  sealingKeysFromSeed,
  sealingTypedData,
} from "./keys.ts";
export { openNote, sealNote } from "./note.ts";
export {
  checkTaskKey,
  makeTaskKey,
  openTaskBody,
  openTaskKey,
  sealTaskBody,
  taskContentKey,
} from "./taskBody.ts";
