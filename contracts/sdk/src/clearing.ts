/** Netting what people owe each other: ids, edges, and the solver. */
export {
  type Batch,
  batchesOf,
  findCirculation,
  type Loop,
  loopsOf,
  type Owed,
} from "./clearing/circulation.ts";
export { decodeEdge, encodeEdge, type ObligationId, obligationIdOf } from "./clearing/edges.ts";
