import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Context, LambdaFunctionURLEvent } from "aws-lambda";

// @ts-expect-error written by `remix vite:build`, without types; imported by name so that the function's bundle holds it.
import * as build from "./build/server/index.js";

const handle = createRequestHandler(build as ServerBuild, "production");

/**
 * The web function (function URL, RESPONSE_STREAM). Uses Node's own fetch globals: SST's Remix wrapper installs
 * polyfills that lack `Response.json` and `Headers.getSetCookie`, which fail in Lambda only.
 */
export const handler = awslambda.streamifyResponse(
  async (event: LambdaFunctionURLEvent, out: awslambda.HttpResponseStream, context: Context): Promise<void> => {
    // Idle connections of SDK clients must not keep the answered request billed.
    context.callbackWaitsForEmptyEventLoop = false;
    const response = await handle(requestOf(event, out));
    const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== "set-cookie"));
    const stream = awslambda.HttpResponseStream.from(out, {
      statusCode: response.status,
      headers,
      cookies: response.headers.getSetCookie(),
    });
    if (!response.body) {
      // Lambda sends the head of a streamed response only with its first byte.
      stream.write(" ");
      stream.end();
      return;
    }
    await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), stream);
  },
);

function requestOf(event: LambdaFunctionURLEvent, out: awslambda.HttpResponseStream): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(event.headers)) if (value !== undefined) headers.set(name, value);
  if (event.cookies?.length) headers.set("cookie", event.cookies.join("; "));
  // The CDN says which host the person asked for; the function's own is an implementation detail.
  const host = event.headers["x-forwarded-host"] ?? event.headers["host"] ?? "localhost";
  headers.set("host", host);

  const gone = new AbortController();
  out.on("close", () => {
    if (!out.writableFinished) gone.abort();
  });
  const { method } = event.requestContext.http;
  const query = event.rawQueryString ? `?${event.rawQueryString}` : "";
  const body = method === "GET" || method === "HEAD" ? undefined : bodyOf(event);
  return new Request(`https://${host}${event.rawPath}${query}`, {
    method,
    headers,
    signal: gone.signal,
    ...(body !== undefined && { body }),
  });
}

function bodyOf({ body, isBase64Encoded }: LambdaFunctionURLEvent): string | Uint8Array<ArrayBuffer> | undefined {
  if (body === undefined) return undefined;
  return isBase64Encoded ? new Uint8Array(Buffer.from(body, "base64")) : body;
}
