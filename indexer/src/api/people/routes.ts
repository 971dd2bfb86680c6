import { createRoute, z } from "@hono/zod-openapi";
import { pageOf, peopleQuery, person, personSummary } from "@peercommons/sdk/schemas";
import { answers, createApi } from "../common/app.ts";
import { indexed } from "../common/clock.ts";
import { idParam } from "../common/params.ts";
import { listPeople, personOf } from "./queries.ts";

const tags = ["People"];

export const people = createApi()
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/people",
      tags,
      summary: "People and organisations; in a skill, the best first",
      request: { query: peopleQuery },
      responses: answers(pageOf(personSummary), "A page of people"),
    }),
    async (c) => c.json(await listPeople(c.req.valid("query"), (await indexed()).at), 200),
  )
  .openapi(
    createRoute({
      method: "get",
      path: "/v1/people/{accountId}",
      tags,
      summary: "One person: seat, levels, work",
      request: { params: z.object({ accountId: idParam("accountId") }) },
      responses: answers(person, "The person"),
    }),
    async (c) => c.json(await personOf(c.req.valid("param").accountId, (await indexed()).at), 200),
  );
