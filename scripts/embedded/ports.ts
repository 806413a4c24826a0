import { createServer } from "node:net";
import { StartProblem } from "./start-problem.ts";

export const loopback = "127.0.0.1";

/** A port that nobody listens on now. Another program may take it before it is used: callers retry. */
export function freePort(): Promise<number> {
  return tryPort(0);
}

export async function isPortFree(port: number, host: string = loopback): Promise<boolean> {
  return tryPort(port, host).then(
    () => true,
    () => false,
  );
}

/** @throws StartProblem naming the service and the port, before a child process fails with a message of its own. */
export async function requireFreePort(port: number, service: string): Promise<void> {
  if (port !== 0 && !(await isPortFree(port))) {
    throw new StartProblem(`${service} can't start: port ${port} is used by another program.`);
  }
}

function tryPort(port: number, host: string = loopback): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      const taken = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}
