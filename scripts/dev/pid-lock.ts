import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Says who holds a lock, and anything they wanted others to know. */
export interface LockHolder {
  readonly pid: number;
  readonly note: string;
}

export type LockResult =
  | { readonly held: true; release(): void }
  | { readonly held: false; readonly holder: LockHolder };

/** Takes a lock for as long as this process lives. The lock of a process that is gone is taken over. */
export function takeLock(file: string, note: string): LockResult {
  mkdirSync(dirname(file), { recursive: true });
  const mine: LockHolder = { pid: process.pid, note };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: "wx" });
      return { held: true, release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = readHolder(file);
    if (holder && isNode(holder.pid)) return { held: false, holder };
    rmSync(file, { force: true });
  }
}

function readHolder(file: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as LockHolder;
  } catch {
    return undefined; // Released just now, or cut off while it was written.
  }
}

/** After a restart of the machine the number may belong to any program; where it can be seen, it must be a Node. */
function isNode(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("node");
  } catch {
    return false;
  }
}
