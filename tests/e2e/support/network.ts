import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";

export interface Network {
  /** The product as it is reached through this network. */
  readonly address: string;
  /** Breaks every connection and lets none through. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A network that can be cut. The browser's own «offline» lets a stream that has begun go on. */
export async function openNetwork(address: string): Promise<Network> {
  const { hostname, port } = new URL(address);
  const sockets = new Set<Socket>();
  let down = false;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    // A broken connection is what this is for; both ends go together.
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    if (down) return void near.destroy();
    const far = connect(Number(port), hostname);
    keep(near);
    keep(far);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    near.pipe(far).pipe(near);
  });
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  server.listen(0, hostname);
  await once(server, "listening");
  return {
    address: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    cut() {
      down = true;
      breakAll();
    },
    mend() {
      down = false;
    },
    async close() {
      breakAll();
      server.close();
      await once(server, "close");
    },
  };
}
