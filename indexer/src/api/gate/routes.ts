import { createRoute, z } from "@hono/zod-openapi";
import { accountGate, gate as gateSchema } from "@peercommons/sdk/schemas";
import { answers, createApi } from "../common/app.ts";
import { indexed } from "../common/clock.ts";
import { idParam } from "../common/params.ts";
import { accountById } from "../people/queries.ts";
import { accountGateView, gateView } from "./queries.ts";

const tags = ["Gate"];

export const gate = createApi()
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/gate",
      tags,
      summary: "Tokens that come in and go out",
      responses: answers(gateSchema, "The gate"),
    }),
    async (c) => c.json(await gateView(), 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/accounts/{accountId}/gate",
      tags,
      summary: "What an account brought in and may take out",
      request: { params: z.object({ accountId: idParam("accountId") }) },
      responses: answers(accountGate, "The account's side of the gate"),
    }),
    async (c) => {
      const { accountId } = await accountById(c.req.valid("param").accountId);
      return c.json(await accountGateView(accountId, (await indexed()).at), 200);
    },
  );
