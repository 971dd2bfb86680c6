/** Door `@peercommons/sdk`. Abis, matching, content, sealing, schemas and errors have doors of their own. */
export * from "./abi.ts";
export { acceptTask } from "./actions/acceptTask.ts";
export { addOperator } from "./actions/addOperator.ts";
export { allowOperator } from "./actions/allowOperator.ts";
export { approvePeer } from "./actions/approvePeer.ts";
export { autoAcceptTask } from "./actions/autoAcceptTask.ts";
export { backOrganisation } from "./actions/backOrganisation.ts";
export { cancelTask } from "./actions/cancelTask.ts";
export { claimIncome } from "./actions/claimIncome.ts";
export { claimTask } from "./actions/claimTask.ts";
export { concedeTask } from "./actions/concedeTask.ts";
export { createSkill } from "./actions/createSkill.ts";
export { declineTask } from "./actions/declineTask.ts";
export { deliverTask } from "./actions/deliverTask.ts";
export { disputeTask } from "./actions/disputeTask.ts";
export { expireClaim } from "./actions/expireClaim.ts";
export { expireSeat } from "./actions/expireSeat.ts";
export { halveTask } from "./actions/halveTask.ts";
export { join } from "./actions/join.ts";
export { lapseDelivery } from "./actions/lapseDelivery.ts";
export { leaveSeat } from "./actions/leaveSeat.ts";
export { openEpoch } from "./actions/openEpoch.ts";
export { pay } from "./actions/pay.ts";
export { payBySig } from "./actions/payBySig.ts";
export { permitPeer } from "./actions/permitPeer.ts";
export { postTask } from "./actions/postTask.ts";
export { proposeOperator } from "./actions/proposeOperator.ts";
export { pushSplit } from "./actions/pushSplit.ts";
export { raiseTask } from "./actions/raiseTask.ts";
export { refreshLimit } from "./actions/refreshLimit.ts";
export { refundTask } from "./actions/refundTask.ts";
export { registerBot } from "./actions/registerBot.ts";
export { registerOrganisation } from "./actions/registerOrganisation.ts";
export { rejectTask } from "./actions/rejectTask.ts";
export { releaseSponsorship } from "./actions/releaseSponsorship.ts";
export { releaseTask } from "./actions/releaseTask.ts";
export { renewSeat } from "./actions/renewSeat.ts";
export { requestRevision } from "./actions/requestRevision.ts";
export { rotateAccount } from "./actions/rotateAccount.ts";
export { ruleTask } from "./actions/ruleTask.ts";
export { setArbiter } from "./actions/setArbiter.ts";
export { setProfile } from "./actions/setProfile.ts";
export { setSealingKey } from "./actions/setSealingKey.ts";
export { settleTask } from "./actions/settleTask.ts";
export { sponsor } from "./actions/sponsor.ts";
export { submitTask } from "./actions/submitTask.ts";
export { transferPeer } from "./actions/transferPeer.ts";
export { transferPeerFrom } from "./actions/transferPeerFrom.ts";
export { withdrawSponsorship } from "./actions/withdrawSponsorship.ts";
export { type Call, dataOf } from "./call.ts";
export { checkDeployment } from "./checkDeployment.ts";
export { abis, type ContractName, contractNames } from "./contracts.ts";
export {
  type Deployment,
  deploymentIdOf,
  deploymentSchema,
  loadDeployment,
  parseDeployment,
} from "./deployment.ts";
export { PeerCommonsError } from "./errors/PeerCommonsError.ts";
export { formatDuration, formatPeer, formatRelative, maxPrice, onePeer, parsePeer } from "./format.ts";
export * from "./levels.ts";
export * from "./matching.ts";
export { posterOf, taskIdOf } from "./taskId.ts";
export * from "./types.ts";
export * from "./words.ts";
