import { createRoute, z } from "@hono/zod-openapi";
import { guide, guideQuery, skill, skillList } from "@peercommons/sdk/schemas";
import { answers, createApi } from "../common/app.ts";
import { idParam } from "../common/params.ts";
import { guideOf } from "./guide.ts";
import { listSkills, skillDetail } from "./queries.ts";

const tags = ["Skills"];
const params = z.object({ skillId: idParam("skillId", 16_777_215) });

export const skills = createApi()
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/skills",
      tags,
      summary: "The tree of skills",
      responses: answers(skillList, "All skills"),
    }),
    async (c) => c.json({ items: await listSkills() }, 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/skills/{skillId}",
      tags,
      summary: "One skill: prices, levels, people, bots",
      request: { params },
      responses: answers(skill, "The skill"),
    }),
    async (c) => c.json(await skillDetail(c.req.valid("param").skillId), 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/skills/{skillId}/guide",
      tags,
      summary: "What a price would reach",
      request: { params, query: guideQuery },
      responses: answers(guide, "The guide"),
    }),
    async (c) => {
      const { price, effort } = c.req.valid("query");
      const { skillId } = c.req.valid("param");
      return c.json(await guideOf(skillId, BigInt(price), effort), 200);
    },
  );
