import { join } from "node:path";
import { privateSchema } from "../databaseSchemas.ts";
import { environment } from "../environment.ts";
import { deployment } from "../town.ts";
import { documentsOf } from "./documents.ts";
import { fileStore } from "./fileStore.ts";
import { postgresStore } from "./postgresStore.ts";
import { sqliteStore } from "./sqliteStore.ts";

/** The stores of this process. */
export const contents = fileStore(environment.contentDir);
export const documents = documentsOf(contents);
/** Beside the tables: in PostgreSQL, where all processes share it, or in a file next to the embedded database. */
export const privately =
  environment.databaseUrl === undefined
    ? sqliteStore(join(environment.state, "private", "private.sqlite"))
    : postgresStore(environment.databaseUrl, privateSchema(deployment.deploymentId));
