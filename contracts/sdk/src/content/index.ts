/** Door `@peercommons/sdk/content`: documents as bytes, and the ids that name them on chain. */
export { fromBase64, toBase64 } from "../base64.ts";
export { canonicalBytes, canonicalJson } from "./canonical.ts";
export {
  contentIdFromHash,
  contentIdOf,
  maxContentBytes,
  newSalt,
  saltHashOf,
  verifyContent,
} from "./contentId.ts";
export {
  type Deliverable,
  encodeDeliverable,
  encodeNote,
  encodeProfile,
  encodeSealedNote,
  encodeSealedTaskBody,
  encodeTaskBody,
  encodeTaskKey,
  type Note,
  type Profile,
  parseDeliverable,
  parseNote,
  parseProfile,
  parseSealedNote,
  parseSealedTaskBody,
  parseTaskBody,
  parseTaskKey,
  type SealedNote,
  type SealedTaskBody,
  type TaskBody,
  type TaskKey,
} from "./documents.ts";
export { safeFileName } from "./fileName.ts";
export { contentBytes, type Packed, packContent } from "./packContent.ts";
