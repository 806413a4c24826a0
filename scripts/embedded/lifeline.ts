import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

export interface LifelineChild {
  /** Also the id of the process group that the child lives in. */
  readonly pid: number;
  readonly exited: Promise<void>;
  hasExited(): boolean;
  stop(): Promise<void>;
}

/**
 * A child must not outlive its parent, not even one ended by kill -9. The shell holds the read end of a pipe whose only
 * writer is the parent: when the parent is gone, `read` meets the end of the pipe and the child is told to stop.
 */
const lifelineScript = `
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
( read -r _ <&3; kill -TERM "$child" 2>/dev/null ) &
wait "$child"
`;

/** Starts a program that stops when this process does. Its output goes to `logFile`. */
export function spawnWithLifeline(command: string, args: readonly string[], logFile: string): LifelineChild {
  const log = openSync(logFile, "a");
  // Its own group: Ctrl-C in the terminal must reach the parent alone, which still has writes to finish.
  const child = spawn("sh", ["-c", lifelineScript, "lifeline", command, ...args], {
    stdio: ["pipe", log, log],
    detached: true,
  });
  closeSync(log);
  const { pid, stdin } = child;
  if (pid === undefined || !stdin) throw new Error(`${command} did not start`);
  stdin.on("error", () => undefined); // The pipe breaks when the shell ends first.
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));

  return {
    pid,
    exited,
    hasExited: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      stdin.end();
      const patience = setTimeout(() => killGroup(pid), 1500);
      await exited;
      clearTimeout(patience);
    },
  };
}

/** Ends a process group at once; a group that is gone already is fine. */
export function killGroup(groupId: number): void {
  try {
    process.kill(-groupId, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
