import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttp2Server, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";

/** One answer of the server: a body with its status, half a body, or none at all. */
export type ScriptedReply = { readonly status?: number; readonly body: unknown } | "half" | "hang";

/** A JSON service on loopback whose answers are written beforehand; the last one stays. Bedrock's client speaks HTTP/2. */
export async function startScriptedServer(protocol: "http1" | "http2" = "http1") {
  let replies: ScriptedReply[] = [];
  const requests: { readonly path: string; readonly body: unknown }[] = [];
  const sessions = new Set<ServerHttp2Session>();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    requests.push({ path: request.url ?? "", body: JSON.parse(Buffer.concat(chunks).toString("utf8") || "null") });
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    if (reply === undefined || reply === "hang") return;
    if (reply === "half") {
      response.writeHead(200, { "content-type": "application/json", "content-length": 500 });
      response.write('{"results": [');
      setTimeout(() => response.destroy(new Error("cut")), 10);
      return;
    }
    response.writeHead(reply.status ?? 200, { "content-type": "application/json" });
    response.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body));
  };
  const server =
    protocol === "http1"
      ? createServer((request, response) => void answer(request, response))
      : createHttp2Server(
          (request, response) =>
            // The compatible part of Node's HTTP/2 is all that is used here.
            void answer(request as unknown as IncomingMessage, response as unknown as ServerResponse),
        ).on("session", (session) => sessions.add(session));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    play(...next: readonly ScriptedReply[]) {
      replies = [...next];
      requests.length = 0;
    },
    async stop() {
      for (const session of sessions) session.destroy();
      if ("closeAllConnections" in server) server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
