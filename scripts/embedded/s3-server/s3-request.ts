import type { IncomingMessage, ServerResponse } from "node:http";
import type { ObjectStore } from "./object-store.ts";
import type { Authenticated } from "./signature.ts";
import type { UploadStore } from "./upload-store.ts";

/** One authenticated request, with what its operation needs. */
export interface S3Request extends Authenticated {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly store: ObjectStore;
  readonly uploads: UploadStore;
  readonly limits: { readonly maxPutBytes: number; readonly minPartBytes: number };
}

/** A header; a presigned address carries its `x-amz-*` headers in the query. */
export function header(request: S3Request, name: string): string | undefined {
  const value = request.incoming.headers[name];
  if (value !== undefined) return Array.isArray(value) ? value.join(",") : value;
  return request.presigned ? (request.query.get(name) ?? undefined) : undefined;
}

export function sendXml(response: ServerResponse, body: string, status = 200): void {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
  response.writeHead(status, { "content-type": "application/xml", "content-length": Buffer.byteLength(text) });
  response.end(text);
}

export function sendEmpty(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers);
  response.end();
}
