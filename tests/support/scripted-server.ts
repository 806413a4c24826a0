import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** One answer of the server: a body with its status, half a body, or none at all. */
export type ScriptedReply = { readonly status?: number; readonly body: unknown } | "half" | "hang";

/** A JSON service on loopback whose answers are written beforehand; the last one stays. */
export async function startScriptedServer() {
  let replies: ScriptedReply[] = [];
  const requests: { readonly path: string; readonly body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    requests.push({ path: request.url ?? "", body: JSON.parse(Buffer.concat(chunks).toString("utf8") || "null") });
    const reply = replies.length > 1 ? replies.shift() : replies[0];
    if (reply === undefined || reply === "hang") return;
    if (reply === "half") {
      response.writeHead(200, { "content-type": "application/json", "content-length": 500 });
      response.write('{"results": [');
      setTimeout(() => response.destroy(), 10);
      return;
    }
    response.writeHead(reply.status ?? 200, { "content-type": "application/json" });
    response.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body));
  });
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
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
