export interface Shutdown {
  /** Something to stop later; what came last stops first. */
  add(stop: () => Promise<void>): void;
  /** Stops everything and ends the process, in any case within two seconds. */
  now(exitCode: number): Promise<never>;
}

const longestMs = 1900;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Stops on Ctrl-C, on a request to end, and when the program that started this one is gone. */
export function createShutdown(): Shutdown {
  const stops: (() => Promise<void>)[] = [];
  let stopping: Promise<never> | undefined;

  const stopAll = async (exitCode: number): Promise<never> => {
    setTimeout(() => process.exit(exitCode), longestMs);
    for (let stop = stops.pop(); stop; stop = stops.pop()) {
      await stop().catch((error: unknown) => console.error("While stopping:", error));
    }
    process.exit(exitCode);
  };
  const now = (exitCode: number) => (stopping ??= stopAll(exitCode));

  // A terminal and npm may both send the signal: once is enough.
  const onSignal = () => void now(0);
  for (const signal of signals) process.on(signal, onSignal);
  // Vite and Remix would end the process at a signal, in the middle of our stopping.
  process.on("newListener", (name, listener) => {
    if (!signals.some((signal) => signal === name) || listener === onSignal) return;
    queueMicrotask(() => process.off(name, listener));
  });
  process.once("disconnect", () => void now(0));
  return {
    add(stop) {
      stops.push(stop);
    },
    now,
  };
}
