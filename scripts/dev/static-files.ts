import { createReadStream, readFileSync, statSync, type Stats } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};
const compressible = new Set([".css", ".html", ".js", ".json", ".map", ".svg", ".txt", ".webmanifest"]);
const smallestCompressedBytes = 1024;

export type StaticFiles = (incoming: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Serves the files below a directory, as CloudFront would. @returns whether there was such a file */
export function createStaticFiles(dir: string): StaticFiles {
  const compressed = new Map<string, Buffer>();
  const compress = (file: string, encoding: "br" | "gzip", stats: Stats): Buffer => {
    const key = `${encoding} ${stats.mtimeMs} ${file}`;
    const body = compressed.get(key) ?? compressors[encoding](readFileSync(file));
    compressed.set(key, body);
    return body;
  };

  return async (incoming, response) => {
    if (incoming.method !== "GET" && incoming.method !== "HEAD") return false;
    const path = decodePath(incoming.url ?? "/");
    const file = path === undefined ? undefined : join(dir, normalize(path));
    if (!file?.startsWith(dir + sep)) return false;
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats?.isFile()) return false;

    const extension = extname(file);
    const etag = `W/"${stats.size.toString(16)}-${Math.floor(stats.mtimeMs).toString(16)}"`;
    const headers = {
      "content-type": types[extension] ?? "application/octet-stream",
      "x-content-type-options": "nosniff",
      etag,
      // Vite puts a hash of the content into every name below /assets.
      "cache-control": path?.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      ...(compressible.has(extension) ? { vary: "accept-encoding" } : {}),
    };
    if (incoming.headers["if-none-match"] === etag) {
      response.writeHead(304, headers).end();
      return true;
    }
    const encoding =
      compressible.has(extension) && stats.size >= smallestCompressedBytes ? wantedEncoding(incoming) : undefined;
    const body = encoding && compress(file, encoding, stats);
    response.writeHead(200, {
      ...headers,
      "content-length": body ? body.length : stats.size,
      ...(encoding ? { "content-encoding": encoding } : {}),
    });
    if (body || incoming.method === "HEAD") response.end(incoming.method === "HEAD" ? undefined : body);
    else await pipeline(createReadStream(file), response);
    return true;
  };
}

const compressors = {
  br: (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body: Buffer) => gzipSync(body, { level: 9 }),
};

function wantedEncoding(incoming: IncomingMessage): "br" | "gzip" | undefined {
  const accepted = incoming.headers["accept-encoding"] ?? "";
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : undefined;
}

function decodePath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split("?")[0] ?? "/");
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined; // Malformed percent signs name no file.
  }
}
