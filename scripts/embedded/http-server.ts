import type { Server } from "node:http";
import { loopback, requireFreePort } from "./ports.ts";

/** @returns the server's address, `http://127.0.0.1:41234`; port 0 picks a free one */
export async function listenOnLoopback(server: Server, port: number, service: string): Promise<string> {
  await requireFreePort(port, service);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, loopback, resolve);
  });
  const address = server.address();
  return `http://${loopback}:${typeof address === "object" && address ? address.port : port}`;
}

/** Closes a server now, with the connections that clients keep open for later. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
