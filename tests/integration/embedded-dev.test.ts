import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import { freePort } from "../../scripts/embedded/ports.ts";
import { temporaryDir } from "../support/stack.ts";

const runner = fileURLToPath(new URL("../../scripts/run.mjs", import.meta.url));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

function startDev(...args: string[]) {
  const child = spawn(process.execPath, [runner, "dev", "--empty", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said.text += String(chunk)));
  return { child, said, ended: once(child, "close") as Promise<[number | null]> };
}

const isRunning = (groupId: number) => () => process.kill(-groupId, 0);

describe("npm run dev", () => {
  test("starts, refuses a second copy, and stops with nothing left", { timeout: 90_000 }, async () => {
    const dir = temporaryDir();
    const port = await freePort();
    const first = startDev("--dir", dir, "--port", String(port));
    await vi.waitFor(() => expect(first.said.text).toContain(`http://127.0.0.1:${port}`), { timeout: 60_000 });
    expect(first.said.text).toContain("Questions are answered");

    const second = startDev("--dir", dir, "--port", String(await freePort()), "--reset");
    expect(await second.ended).toEqual([1, null]);
    expect(second.said.text).toContain(`already running at http://127.0.0.1:${port}`);
    expect(second.said.text.trim().split("\n")).toHaveLength(1);

    const databaseGroup = Number(readFileSync(join(dir, "dynamodb", "dynamodb.pid"), "utf8"));
    const stoppedMs = Date.now();
    first.child.kill("SIGTERM");
    expect(await first.ended).toEqual([0, null]);
    expect(Date.now() - stoppedMs).toBeLessThan(2500);
    expect(isRunning(databaseGroup)).toThrow("ESRCH");
    expect(existsSync(join(dir, "dev.lock"))).toBe(false);
  });

  test("a busy port is named, with one that is free", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const { said, ended } = startDev("--dir", temporaryDir(), "--port", String(port));
    expect(await ended).toEqual([1, null]);
    expect(said.text).toMatch(
      new RegExp(`^Port ${port} is used by another program. Try: npm run dev -- --port \\d+\\n$`),
    );
    other.close();
  });

  test.each([
    [["--port", "99999"], "--port must be a number"],
    [["--bulit"], "Unknown option '--bulit'"],
  ])("%s is refused in one sentence, without a stack", async (args, sentence) => {
    const { said, ended } = startDev("--dir", temporaryDir(), ...args);
    expect(await ended).toEqual([1, null]);
    expect(said.text).toContain(sentence);
    expect(said.text).not.toContain("    at ");
  });

  test("--reset forgets the state, but not when the start fails", { timeout: 90_000 }, async () => {
    const dir = temporaryDir();
    mkdirSync(join(dir, "s3"));
    writeFileSync(join(dir, "s3", "old"), "");
    const busy = createServer().listen(0, "127.0.0.1");
    await once(busy, "listening");
    const { port } = busy.address() as { port: number };
    // A start that fails must not have forgotten anything.
    await startDev("--dir", dir, "--reset", "--port", String(port)).ended;
    expect(existsSync(join(dir, "s3", "old"))).toBe(true);
    busy.close();
    await once(busy, "close");

    const { said } = startDev("--dir", dir, "--reset", "--port", String(port));
    await vi.waitFor(() => expect(said.text).toContain("Ukhaan runs"), { timeout: 60_000 });
    expect(existsSync(join(dir, "s3", "old"))).toBe(false);
  });
});
