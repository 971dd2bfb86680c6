import { PeerCommonsError } from "@peercommons/sdk";
import { acceptTask } from "./acceptTask";
import { autoAcceptTask } from "./autoAcceptTask";
import { backOrganisation } from "./backOrganisation";
import { bringIn } from "./bringIn";
import { cancelTask } from "./cancelTask";
import { cashPayment } from "./cashPayment";
import { claimIncome } from "./claimIncome";
import { claimTask } from "./claimTask";
import { concedeTask } from "./concedeTask";
import { createSkill } from "./createSkill";
import { disputeTask } from "./disputeTask";
import { expireClaim } from "./expireClaim";
import { expireSeat } from "./expireSeat";
import { halveTask } from "./halveTask";
import { join } from "./join";
import { lapseDelivery } from "./lapseDelivery";
import { leaveSeat } from "./leaveSeat";
import { nameBacker } from "./nameBacker";
import { netObligations } from "./netObligations";
import { openEpoch } from "./openEpoch";
import { payMember } from "./payMember";
import { payObligation } from "./payObligation";
import { postTask } from "./postTask";
import { pushSplit } from "./pushSplit";
import { raiseTask } from "./raiseTask";
import { refreshLimit } from "./refreshLimit";
import { refundTask } from "./refundTask";
import { registerBot } from "./registerBot";
import { registerObligation } from "./registerObligation";
import { registerOrganisation } from "./registerOrganisation";
import { rejectTask } from "./rejectTask";
import { releaseTask } from "./releaseTask";
import { renewSeat } from "./renewSeat";
import { requestRevision } from "./requestRevision";
import { rotateAccount } from "./rotateAccount";
import { ruleTask } from "./ruleTask";
import { setProfile } from "./setProfile";
import { setSealingKey } from "./setSealingKey";
import { settleTask } from "./settleTask";
import { sponsor } from "./sponsor";
import { submitTask } from "./submitTask";
import { takeOut } from "./takeOut";
import type { TransactionDefinition } from "./types";
import { waiveObligation } from "./waiveObligation";

/** Every write of the app, by its verb. */
export const registry = {
  acceptTask,
  autoAcceptTask,
  backOrganisation,
  bringIn,
  cancelTask,
  cashPayment,
  claimIncome,
  claimTask,
  concedeTask,
  createSkill,
  disputeTask,
  expireClaim,
  expireSeat,
  halveTask,
  join,
  lapseDelivery,
  leaveSeat,
  nameBacker,
  netObligations,
  openEpoch,
  payMember,
  payObligation,
  postTask,
  pushSplit,
  raiseTask,
  refreshLimit,
  refundTask,
  registerBot,
  registerObligation,
  registerOrganisation,
  rejectTask,
  releaseTask,
  renewSeat,
  requestRevision,
  rotateAccount,
  ruleTask,
  setProfile,
  setSealingKey,
  settleTask,
  sponsor,
  submitTask,
  takeOut,
  waiveObligation,
};

export type TransactionKind = keyof typeof registry;
export type ParametersOf<K extends TransactionKind> =
  (typeof registry)[K] extends TransactionDefinition<infer S> ? S["_output"] : never;

/** The definition behind a stored record's kind. */
export function definitionOf(kind: string): TransactionDefinition {
  const table: Record<string, unknown> = registry;
  const definition = Object.hasOwn(table, kind) ? table[kind] : undefined;
  if (definition === undefined) {
    throw new PeerCommonsError({
      code: "UnknownTransaction",
      message:
        "This was started by another version of the app, which this one does not know. Dismiss it and start again.",
    });
  }
  return definition as TransactionDefinition;
}
