export * from "./schema/clearing.ts";
export * from "./schema/commons.ts";
export * from "./schema/credit.ts";
export * from "./schema/gate.ts";
export * from "./schema/people.ts";
export * from "./schema/skill.ts";
export * from "./schema/work.ts";
