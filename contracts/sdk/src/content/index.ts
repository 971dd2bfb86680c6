/** Door `@peercommons/sdk/content`: documents as bytes, and the ids that name them on chain. */
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
  encodeTaskBody,
  type Note,
  type Profile,
  parseDeliverable,
  parseNote,
  parseProfile,
  parseTaskBody,
  type TaskBody,
} from "./documents.ts";
export { type Packed, packContent } from "./packContent.ts";
