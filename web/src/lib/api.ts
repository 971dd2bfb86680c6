import { problem } from "@peercommons/sdk/schemas";
import type { z } from "zod";

/** A failure of a service, already a sentence for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(parameters: { status: number; code: string; message: string }) {
    super(parameters.message);
    this.name = "ApiError";
    this.status = parameters.status;
    this.code = parameters.code;
  }
}

/** Whether the service knows nothing by this name; everything else may be a passing trouble. */
export const isUnknown = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

type Query = Record<string, string | number | boolean | null | undefined>;
type Options = {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  token?: string;
  query?: Query;
  signal?: AbortSignal;
};

/** Calls one of the town's services and checks the answer's shape. */
export async function callService<T extends z.ZodType>(
  base: string,
  path: string,
  schema: T,
  options: Options = {},
): Promise<z.infer<T>> {
  const url = new URL(path, base);
  for (const [key, value] of Object.entries(options.query ?? {})) {
    if (value !== null && value !== undefined && value !== "") url.searchParams.set(key, String(value));
  }
  const response = await reach(url, options);
  const text = await response.text();
  if (!response.ok) throw await refusal(response.status, text);
  if (text === "") return schema.parse(undefined);
  const parsed = schema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new ApiError({
    status: response.status,
    code: "UnexpectedAnswer",
    message: `The service at ${url.origin} answered in a way this page does not understand. It may be of another version: update the town and reload.`,
  });
}

async function reach(url: URL, options: Options): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (options.body !== undefined) headers["content-type"] = "application/json";
  if (options.token) headers.authorization = `Bearer ${options.token}`;
  try {
    return await fetch(url, {
      method: options.method ?? "GET",
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ApiError({
      status: 0,
      code: "Unreachable",
      message: `The service at ${url.origin} does not answer. Check your connection and that the town runs; nothing was lost.`,
    });
  }
}

async function refusal(status: number, text: string): Promise<ApiError> {
  try {
    const { code, detail } = problem.parse(JSON.parse(text));
    return new ApiError({ status, code, message: detail });
  } catch {
    return new ApiError({
      status,
      code: "Http",
      message: `The service answered with status ${status} and no reason. Try again; if it stays, look at the status page.`,
    });
  }
}
