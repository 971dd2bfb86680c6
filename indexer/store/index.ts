import { join } from "node:path";
import { environment } from "../environment.ts";
import { documentsOf } from "./documents.ts";
import { fileStore } from "./fileStore.ts";
import { privateStore } from "./privateStore.ts";

/** The stores of this process. */
export const contents = fileStore(environment.contentDir);
export const documents = documentsOf(contents);
export const privately = privateStore(join(environment.state, "private", "private.sqlite"));
