import { isOver, type TransactionRecord } from "./record";
import { definitionOf, type ParametersOf, registry, type TransactionKind } from "./registry";
import { putRecord, useTransactions } from "./store";

/**
 * Puts a wish on the list for review. The same wish again leads to the one that is there: a double click changes nothing.
 * One that is over starts afresh; after a success with a new attempt, so that its nonce is new.
 */
export function startTransaction<K extends TransactionKind>(p: {
  kind: K;
  parameters: ParametersOf<K>;
  account: string;
  deploymentId: string;
}): TransactionRecord {
  const definition = definitionOf(p.kind);
  const parameters = registry[p.kind].parameters.parse(p.parameters);
  const id = `${p.account.toLowerCase()}|${definition.intent(parameters)}`;
  const present = useTransactions.getState().records[id];
  if (present && present.deploymentId === p.deploymentId) {
    if (!isOver(present) && present.phase !== "review") return present;
    const attempt = present.phase === "settled" ? present.attempt + 1 : present.attempt;
    // What failed may have been done all the same: a post keeps its place in line, so that it is not made twice.
    const place = present.phase === "failed" && present.act ? { act: present.act } : {};
    return putRecord({ ...fresh(p, id), ...place, attempt, parameters, title: definition.title(parameters) });
  }
  return putRecord({ ...fresh(p, id), parameters, title: definition.title(parameters) });
}

function fresh(p: { kind: string; account: string; deploymentId: string }, id: string): TransactionRecord {
  const now = Date.now();
  return {
    id,
    kind: p.kind,
    parameters: null,
    title: "",
    account: p.account,
    deploymentId: p.deploymentId,
    phase: "review",
    attempt: 0,
    createdAt: now,
    changedAt: now,
  };
}
