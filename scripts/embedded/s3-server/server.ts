import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { closeServer, listenOnLoopback } from "../http-server.ts";
import { bucketOperation, listBuckets } from "./bucket-operations.ts";
import { type BucketNotification, startAnnouncer } from "./notifications.ts";
import { objectOperation } from "./object-operations.ts";
import { ObjectStore } from "./object-store.ts";
import { S3Error } from "./s3-error.ts";
import { type S3Request, sendEmpty, sendXml } from "./s3-request.ts";
import { authenticate, type Credentials, rawPath } from "./signature.ts";
import { UploadStore } from "./upload-store.ts";
import { escapeXml } from "./xml.ts";

export interface S3Options {
  readonly dir: string;
  readonly port: number;
  readonly region: string;
  readonly buckets: readonly string[];
  readonly notifications?: readonly BucketNotification[];
  readonly credentials?: Credentials;
}

export interface S3 {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** The limits of S3 itself. https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const limits = { maxPutBytes: 5 * 2 ** 30, minPartBytes: 5 * 2 ** 20 };

/**
 * A small S3 on loopback, with its objects in `dir`. It verifies what S3 verifies (signatures, expiry, checksums,
 * conditions) and answers 501 for what it does not know, instead of pretending. Path-style addresses only.
 */
export async function startS3(options: S3Options): Promise<S3> {
  const { dir, port, region, credentials = { accessKeyId: "local", secretAccessKey: "local" } } = options;
  mkdirSync(dir, { recursive: true });
  const store = new ObjectStore(dir);
  const uploads = new UploadStore(store);
  for (const bucket of options.buckets) store.createBucket(bucket);
  const announcer = startAnnouncer(store, options.notifications ?? [], region);

  const handle = async (incoming: IncomingMessage, response: ServerResponse) => {
    const requestId = randomUUID().replaceAll("-", "").slice(0, 16).toUpperCase();
    response.setHeader("x-amz-request-id", requestId);
    allowOtherOrigins(incoming, response);
    try {
      if (incoming.method === "OPTIONS") return answerPreflight(incoming, response);
      const url = new URL(incoming.url ?? "/", "http://localhost");
      const [bucket = "", ...keyParts] = rawPath(incoming).slice(1).split("/").map(decodeURIComponent);
      const request: S3Request = {
        ...authenticate(incoming, url, credentials),
        incoming,
        response,
        method: incoming.method ?? "GET",
        bucket,
        key: keyParts.join("/"),
        query: url.searchParams,
        store,
        uploads,
        limits,
      };
      if (!bucket) listBuckets(request);
      else await (request.key ? objectOperation(request) : bucketOperation(request));
      announcer.wake();
    } catch (error) {
      sendError(incoming, response, error, requestId);
    }
  };

  const server = createServer((incoming, response) => void handle(incoming, response));
  server.requestTimeout = 0; // A book of 80 MB on a slow machine takes its time.
  const endpoint = await listenOnLoopback(server, port, "S3");
  announcer.wake();
  return {
    endpoint,
    async stop() {
      await closeServer(server);
      await announcer.stop();
      store.close();
    },
  };
}

/** Browsers upload straight to S3, from another origin. */
function allowOtherOrigins(incoming: IncomingMessage, response: ServerResponse): void {
  if (!incoming.headers.origin) return;
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-expose-headers", "ETag, Content-Range, Content-Length, x-amz-request-id");
}

function answerPreflight(incoming: IncomingMessage, response: ServerResponse): void {
  if (!incoming.headers.origin) throw new S3Error(403, "AccessForbidden", "This CORS request is not allowed.");
  sendEmpty(response, 200, {
    "access-control-allow-methods": "GET, PUT, POST, DELETE, HEAD",
    "access-control-allow-headers": incoming.headers["access-control-request-headers"] ?? "*",
    "access-control-max-age": "3000",
  });
}

function sendError(incoming: IncomingMessage, response: ServerResponse, error: unknown, requestId: string): void {
  if (response.headersSent || incoming.socket.destroyed) {
    response.destroy(); // The client has gone, or half an answer went out already.
    return;
  }
  const refusal = toS3Error(error);
  if (refusal.status === 500) console.error("The embedded S3 failed:", error);
  if (!incoming.readableEnded) {
    // The rest of a refused upload is not worth reading.
    incoming.resume();
    response.setHeader("connection", "close");
  }
  if (incoming.method === "HEAD") return sendEmpty(response, refusal.status);
  const body = `<Code>${refusal.code}</Code><Message>${escapeXml(refusal.message)}</Message><RequestId>${requestId}</RequestId>`;
  sendXml(response, `<Error>${body}</Error>`, refusal.status);
}

function toS3Error(error: unknown): S3Error {
  if (error instanceof S3Error) return error;
  if (error instanceof URIError) return new S3Error(400, "InvalidURI");
  return new S3Error(500, "InternalError", error instanceof Error ? error.message : String(error));
}
