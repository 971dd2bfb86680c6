import { createRoute, z } from "@hono/zod-openapi";
import {
  account,
  activityItem,
  credit,
  income,
  pageOf,
  pageQuery,
  statementLine,
  work,
} from "@peercommons/sdk/schemas";
import { Problem } from "../../../store/problem.ts";
import { answers, createApi } from "../common/app.ts";
import { indexed } from "../common/clock.ts";
import { idParam } from "../common/params.ts";
import { accountByAddress, accountById, accountView } from "../people/queries.ts";
import { activityOf } from "./activity.ts";
import { creditOf } from "./credit.ts";
import { incomeOf } from "./income.ts";
import { statementOf } from "./statement.ts";
import { workOf } from "./work.ts";

const tags = ["Accounts"];
const params = z.object({ accountId: idParam("accountId") });
const either = z.object({
  account: z.string().max(42).meta({ description: "an address, or an account's id" }),
});

export const accounts = createApi()
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/accounts/{account}",
      tags,
      summary: "The account of an address, or by id",
      request: { params: either },
      responses: answers(account, "The account"),
    }),
    async (c) => {
      const text = c.req.valid("param").account;
      const { at } = await indexed();
      if (/^0x[0-9a-fA-F]{40}$/.test(text))
        return c.json(await accountView(await accountByAddress(text), at), 200);
      if (/^\d{1,10}$/.test(text) && Number(text) <= 4_294_967_295) {
        return c.json(await accountView(await accountById(Number(text)), at), 200);
      }
      throw new Problem(
        400,
        "BadRequest",
        "An account is named by its address, 0x and 40 hexadecimal digits, or by its id.",
      );
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/accounts/{accountId}/credit",
      tags,
      summary: "What it can spend, and why",
      request: { params },
      responses: answers(credit, "Balance and limit"),
    }),
    async (c) =>
      c.json(await creditOf(await accountById(c.req.valid("param").accountId), (await indexed()).at), 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/accounts/{accountId}/statement",
      tags,
      summary: "Every move of its money",
      request: { params, query: pageQuery },
      responses: answers(pageOf(statementLine), "A page of lines, newest first"),
    }),
    async (c) => {
      const row = await accountById(c.req.valid("param").accountId);
      return c.json(await statementOf(row.accountId, c.req.valid("query")), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/accounts/{accountId}/income",
      tags,
      summary: "Its basic income",
      request: { params },
      responses: answers(income, "Income"),
    }),
    async (c) => {
      const row = await accountById(c.req.valid("param").accountId);
      return c.json(await incomeOf(row.accountId, (await indexed()).at), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/accounts/{accountId}/work",
      tags,
      summary: "What needs it now, as worker and as poster",
      request: { params },
      responses: answers(work, "Work"),
    }),
    async (c) => {
      const row = await accountById(c.req.valid("param").accountId);
      return c.json(await workOf(row.accountId, row.kind, (await indexed()).at), 200);
    },
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/accounts/{accountId}/activity",
      tags,
      summary: "What happened",
      request: { params, query: pageQuery },
      responses: answers(pageOf(activityItem), "A page of events, newest first"),
    }),
    async (c) => {
      const row = await accountById(c.req.valid("param").accountId);
      return c.json(await activityOf(row.accountId, c.req.valid("query")), 200);
    },
  );
