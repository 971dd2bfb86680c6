import { createRoute } from "@hono/zod-openapi";
import {
  circulation,
  clearingQuery,
  clearing as clearingSchema,
  obligation,
  obligationQuery,
  pageOf,
  pageQuery,
} from "@peercommons/sdk/schemas";
import { answers, createApi } from "../common/app.ts";
import { clearingView, listCirculations, listObligations } from "./queries.ts";

const tags = ["Clearing"];

export const clearing = createApi()
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/obligations",
      tags,
      summary: "Invoices on the books",
      request: { query: obligationQuery },
      responses: answers(pageOf(obligation), "A page of invoices, newest first"),
    }),
    async (c) => c.json(await listObligations(c.req.valid("query")), 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/circulations",
      tags,
      summary: "What was netted",
      request: { query: pageQuery },
      responses: answers(pageOf(circulation), "A page of nettings, newest first"),
    }),
    async (c) => c.json(await listCirculations(c.req.valid("query")), 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/clearing",
      tags,
      summary: "What could be netted now",
      request: { query: clearingQuery },
      responses: answers(clearingSchema, "Circles of debts"),
    }),
    async (c) => c.json(await clearingView(c.req.valid("query").accountId), 200),
  );
