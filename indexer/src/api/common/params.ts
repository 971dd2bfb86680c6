import { z } from "@hono/zod-openapi";

/** An id in a path: a whole number of at most 32 bits. */
export const idParam = (name: string, max = 4_294_967_295) =>
  z.coerce
    .number({ error: `${name} is a whole number` })
    .int(`${name} is a whole number`)
    .min(0, `${name} is not negative`)
    .max(max, `${name} is at most ${max}`);
