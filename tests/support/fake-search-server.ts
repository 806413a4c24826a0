import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface SearchRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** How one request is answered: as JSON with a status, or in any way that breaks the protocol. */
export type SearchReply = { readonly status?: number; readonly json: unknown } | ((response: ServerResponse) => void);

export interface FakeSearchServer {
  readonly url: string;
  readonly requests: readonly SearchRequest[];
  /** Requests to paths that end like this are answered so, one reply after the other; the last one stays. */
  play(pathEnd: string, ...replies: readonly SearchReply[]): void;
  stop(): Promise<void>;
}

/** A search engine on loopback that speaks as much of OpenSearch's protocol as a test plays to it. */
export async function startFakeSearchServer(): Promise<FakeSearchServer> {
  const scripts = new Map<string, SearchReply[]>();
  const requests: SearchRequest[] = [];
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const path = (incoming.url ?? "").split("?")[0] ?? "";
      const { method = "", headers } = incoming;
      requests.push({ method, path, headers, body: Buffer.concat(parts).toString("utf8") });
      const [, replies] = [...scripts].find(([end]) => path.endsWith(end)) ?? [];
      const reply = (replies && replies.length > 1 ? replies.shift() : replies?.[0]) ?? { status: 404, json: {} };
      if (typeof reply === "function") return reply(response);
      response.writeHead(reply.status ?? 200, { "content-type": "application/json" });
      response.end(JSON.stringify(reply.json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    play: (pathEnd, ...replies) => scripts.set(pathEnd, [...replies]),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
