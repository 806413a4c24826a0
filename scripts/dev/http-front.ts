import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { serveFunctionUrl, type StreamingHandler } from "../embedded/function-url.ts";
import type { WebHandler } from "./web-handler.ts";

export interface Parts {
  readonly web: WebHandler;
  readonly loadChat: () => Promise<StreamingHandler>;
  /** Answers the mail box's addresses and says whether it did. */
  readonly mailBox?: (incoming: IncomingMessage, response: ServerResponse) => boolean;
}

export interface HttpFront {
  /** Not listening yet. */
  readonly server: Server;
  /** To be called before the server listens. */
  open(parts: Parts): void;
}

/** One address for the whole product, as CloudFront gives it: the chat function below /api/chat, the web app for the rest. */
export function createHttpFront(): HttpFront {
  let parts: Parts | undefined;
  const server = createServer((incoming, response) => {
    if (!parts) return void response.writeHead(503).end();
    answer(parts, incoming, response).catch((error: unknown) => {
      console.error(`${incoming.method} ${incoming.url} failed:`, error);
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end("This request failed; the terminal says why.\n");
    });
  });
  return {
    server,
    open(given) {
      parts = given;
    },
  };
}

async function answer(
  { web, loadChat, mailBox }: Parts,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (incoming.url ?? "/").split("?")[0] ?? "/";
  if (path === "/api/chat" || path.startsWith("/api/chat/")) {
    await serveFunctionUrl(await loadChat(), incoming, response);
    return;
  }
  if (mailBox?.(incoming, response)) return;
  await web.handle(incoming, response);
}
