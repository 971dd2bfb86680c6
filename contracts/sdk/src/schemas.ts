/** Door `@peercommons/sdk/schemas`: the REST objects, shared by indexer, web and host. */
export * from "./schemas/account.ts";
export * from "./schemas/clearing.ts";
export * from "./schemas/common.ts";
export * from "./schemas/commons.ts";
export * from "./schemas/credit.ts";
export * from "./schemas/deployment.ts";
export * from "./schemas/document.ts";
export * from "./schemas/gate.ts";
export * from "./schemas/live.ts";
export * from "./schemas/relay.ts";
export * from "./schemas/session.ts";
export * from "./schemas/skill.ts";
export * from "./schemas/task.ts";
