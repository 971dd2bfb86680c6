/** Door `@peercommons/sdk/errors`: every failure as a sentence. */
export { contractErrors, type DecodedError, decodeError } from "./decodeError.ts";
export { type Explanation, explainError } from "./explainError.ts";
export { PeerCommonsError } from "./PeerCommonsError.ts";
export { retryableErrors, sentenceOf, sentences } from "./sentences.ts";
