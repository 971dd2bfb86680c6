/** Door `@peercommons/sdk/errors`: every failure as a sentence. */
export { PeerCommonsError } from "./PeerCommonsError.ts";
