import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { LambdaFunctionURLEvent } from "aws-lambda";

/** The largest request that Lambda takes. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const maxRequestBytes = 6 * 2 ** 20;

/** An HTTP request as a function URL hands it to its function, after CloudFront in front of it added where it came from. */
export function functionUrlEvent(incoming: IncomingMessage, body: Buffer): LambdaFunctionURLEvent {
  const [rawPath = "/", rawQueryString = ""] = (incoming.url ?? "/").split("?", 2);
  const method = incoming.method ?? "GET";
  const { cookie, ...headers } = joinedHeaders(incoming);
  const sourceIp = incoming.socket.remoteAddress ?? "127.0.0.1";
  const host = headers["host"] ?? "localhost";
  const cookies = cookie?.split(/;\s*/).filter(Boolean);
  const query = Object.fromEntries(new URLSearchParams(rawQueryString));
  const isText = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded))/i.test(
    headers["content-type"] ?? "",
  );
  const now = new Date();
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    ...(cookies?.length ? { cookies } : {}),
    headers: { "x-forwarded-for": sourceIp, "x-forwarded-host": host, "x-forwarded-proto": "http", ...headers },
    ...(rawQueryString ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: "anonymous",
      apiId: "embedded",
      domainName: host,
      domainPrefix: "embedded",
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp, userAgent: headers["user-agent"] ?? "" },
      requestId: randomUUID(),
      routeKey: "$default",
      stage: "$default",
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 ? { body: body.toString(isText ? "utf8" : "base64") } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

function joinedHeaders(incoming: IncomingMessage): Record<string, string> {
  const entries = Object.entries(incoming.headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : String(value)]),
  );
}

/** @returns undefined when the body is larger than Lambda takes */
export async function readRequestBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes <= maxRequestBytes) chunks.push(chunk);
  }
  return sizeBytes <= maxRequestBytes ? Buffer.concat(chunks) : undefined;
}
