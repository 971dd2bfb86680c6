import { createRoute, z } from "@hono/zod-openapi";
import { bot, botList, commons as commonsSchema } from "@peercommons/sdk/schemas";
import { answers, createApi } from "../common/app.ts";
import { idParam } from "../common/params.ts";
import { botDetail, commonsView, listBots } from "./queries.ts";

const tags = ["Commons"];

export const commons = createApi()
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/commons",
      tags,
      summary: "What came in and what was shared out",
      responses: answers(commonsSchema, "The commons"),
    }),
    async (c) => c.json(await commonsView(), 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/bots",
      tags,
      summary: "All bots",
      responses: answers(botList, "Bots"),
    }),
    async (c) => c.json({ items: await listBots() }, 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/bots/{botId}",
      tags,
      summary: "One bot: terms, work, what it earned and who got it",
      request: { params: z.object({ botId: idParam("botId") }) },
      responses: answers(bot, "The bot"),
    }),
    async (c) => c.json(await botDetail(c.req.valid("param").botId), 200),
  );
