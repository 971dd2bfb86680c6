import { db } from "ponder:api";
import schema from "ponder:schema";
import { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { etag } from "hono/etag";
import { client, graphql } from "ponder";
import { Problem } from "../../store/problem.ts";
import { accounts } from "./accounts/routes.ts";
import { clearing } from "./clearing/routes.ts";
import { answerProblem } from "./common/app.ts";
import { commons } from "./commons/routes.ts";
import { contentRoutes } from "./content/routes.ts";
import { feed } from "./feed/routes.ts";
import { gate } from "./gate/routes.ts";
import { live } from "./live/routes.ts";
import { people } from "./people/routes.ts";
import { sessions } from "./sessions/routes.ts";
import { skills } from "./skills/routes.ts";
import { tasks } from "./tasks/routes.ts";
import { town } from "./town/routes.ts";

/** No request is larger than the largest body as base64. */
const maxRequestBytes = 400_000;

const api = new OpenAPIHono();
const rooms = [
  town,
  feed,
  tasks,
  skills,
  people,
  accounts,
  clearing,
  gate,
  commons,
  contentRoutes,
  sessions,
  live,
];
for (const room of rooms) api.route("/", room);

api.doc31("/openapi.json", {
  openapi: "3.1.0",
  info: {
    title: "PeerCommons",
    version: "1.0.0",
    description:
      "Everything a town's chain says, in tables. Money is PEER in base units (6 decimals) as decimal text, times are unix seconds of block time. Lists page by cursor. Refusals are problem+json whose code is the contract error's name where there is one.",
  },
});

const app = new Hono();
const tooLarge = () =>
  new Problem(
    413,
    "RequestTooLarge",
    `A request may have at most ${maxRequestBytes} bytes. Send less at once.`,
  );

app.use("*", async (c, next) => {
  await next();
  c.header("x-content-type-options", "nosniff");
  c.header("access-control-expose-headers", "etag, retry-after");
  if (c.req.path.startsWith("/v1/") && !c.res.headers.has("cache-control")) {
    c.header(
      "cache-control",
      c.req.header("authorization") === undefined ? "public, no-cache" : "private, no-cache",
    );
  }
  if (c.req.path.startsWith("/v1/")) {
    c.header("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
    c.header("vary", "authorization", { append: true });
  }
});
app.use("/v1/*", bodyLimit({ maxSize: maxRequestBytes, onError: () => Promise.reject(tooLarge()) }));
const tagged = etag();
app.use("/v1/*", (c, next) => (c.req.path === "/v1/live" ? next() : tagged(c, next)));
app.use("/sql/*", client({ db, schema }));
app.use("/graphql", graphql({ db, schema }));
app.route("/", api);
// Not `notFound`, which a mounted app does not get to use.
app.all("*", (c) => {
  const path = c.req.path.slice(0, 200);
  throw new Problem(404, "RouteUnknown", `There is nothing at ${path}. See /openapi.json for what there is.`);
});
app.onError(answerProblem);

export default app;
