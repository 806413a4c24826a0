import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { temporaryDir } from "../support/stack.ts";

/** A project with the real scripts/run.mjs, an npm that only notes that it was called, and a `dev` that says its arguments. */
let project: string;
let home: string;

beforeEach(() => {
  project = temporaryDir();
  home = temporaryDir();
  const scripts = fileURLToPath(new URL("../../scripts/", import.meta.url));
  cpSync(join(scripts, "run.mjs"), join(project, "scripts", "run.mjs"));
  cpSync(join(scripts, "run"), join(project, "scripts", "run"), { recursive: true });
  writeFileSync(join(project, "scripts", "dev.ts"), devProgram);
  writeLock("1.0.0");
  installNpm(`sleep 0.2; mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json`);
});

const devProgram = `
  const [mode, ...rest]: string[] = process.argv.slice(2);
  if (mode === "wait") {
    process.once("SIGTERM", () => process.exit(3));
    setInterval(() => undefined, 1000);
  }
  console.log("dev got", mode, rest.join(","));
  if (mode === "fail") process.exit(7);
  if (mode === "lifeline") {
    process.once("disconnect", () => process.exit(0));
    console.log("pid", process.pid);
  }
`;

function writeLock(version: string): void {
  const packages = {
    "": {},
    "node_modules/one": { version },
    "node_modules/other-system": { version, optional: true },
  };
  writeFileSync(join(project, "package-lock.json"), JSON.stringify({ packages }));
}

function installNpm(script: string): void {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "npm"), `#!/bin/sh\nPATH=/usr/bin:/bin\necho "$@" >> calls\n${script}\n`);
  chmodSync(join(home, "npm"), 0o755);
}

const calls = () =>
  existsSync(join(project, "calls")) ? readFileSync(join(project, "calls"), "utf8").trim().split("\n") : [];

function start(...args: string[]): ChildProcess {
  // Nothing but our own npm: the real one must never be found from here.
  const env = { PATH: home, NODE_ENV: "test" as const };
  return spawn(process.execPath, [join(project, "scripts", "run.mjs"), ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = start(...args);
  let output = "";
  child.stdout?.on("data", (chunk) => (output += String(chunk)));
  child.stderr?.on("data", (chunk) => (output += String(chunk)));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}

describe("installing", () => {
  test("happens on the first start, and not on the second", async () => {
    expect((await run("dev", "a", "b")).output).toContain("dev got a b");
    expect(calls()).toHaveLength(1);
    expect(calls()[0]).toMatch(/^ci /);
    expect((await run("dev", "a")).output).not.toContain("Installing");
    expect(calls()).toHaveLength(1);
  });

  test("happens again when the lock file has changed", async () => {
    await run("dev");
    writeLock("2.0.0");
    await run("dev");
    expect(calls()).toHaveLength(2);
  });

  test("happens again when it was cut off", async () => {
    await run("dev");
    rmSync(join(project, "node_modules", ".package-lock.json"));
    await run("dev");
    expect(calls()).toHaveLength(2);
  });

  test("forgives a lock file that lacks packages of other systems", async () => {
    const complaint =
      "npm error npm ci can only install packages when your package.json and package-lock.json are in sync";
    const copy = "mkdir -p node_modules; cp package-lock.json node_modules/.package-lock.json";
    installNpm(`[ "$1" = ci ] && { echo '${complaint}'; exit 1; }; ${copy}`);
    expect((await run("dev", "a")).output).toContain("dev got a");
    expect(calls().map((call) => call.split(" ")[0])).toEqual(["ci", "install"]);
    expect(calls()[1]).toContain("--no-save");
  });

  test("is left out when somebody has installed by hand, without the packages of other systems", async () => {
    const packages = { "node_modules/one": { version: "1.0.0" } };
    mkdirSync(join(project, "node_modules"));
    writeFileSync(join(project, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
    expect((await run("dev", "a")).output).toContain("dev got a");
    expect(calls()).toEqual([]);
  });

  test("happens once when two start together", async () => {
    const both = await Promise.all([run("dev", "a"), run("dev", "b")]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(calls()).toHaveLength(1);
    expect(both.map(({ output }) => output).join("")).toContain("waiting for it");
  });

  test("is not held up by the lock of a start that was killed", async () => {
    const gone = spawn("true");
    await once(gone, "exit");
    mkdirSync(join(project, ".local"));
    writeFileSync(join(project, ".local", "installing.pid"), String(gone.pid));
    expect((await run("dev")).code).toBe(0);
  });

  test.each([
    ["npm is missing", () => rmSync(join(home, "npm")), "npm was not found"],
    [
      "there is no network",
      () => installNpm("echo 'npm error code ENOTFOUND' >&2; exit 1"),
      "registry is out of reach",
    ],
    ["something else fails", () => installNpm("echo 'npm error strange' >&2; exit 1"), "npm error strange"],
  ])("says it in plain words when %s", async (_name, breakIt, sentence) => {
    breakIt();
    const { code, output } = await run("dev");
    expect([code, output.includes("    at ")]).toEqual([1, false]);
    expect(output).toContain(sentence);
    expect(output).not.toContain("dev got");
  });
});

describe("running a word", () => {
  test("an unknown word lists the known ones", async () => {
    const { code, output } = await run("devv");
    expect(code).toBe(1);
    expect(output).toContain("npm run dev");
  });

  test("the program's exit code is passed on", async () => {
    expect((await run("dev", "fail")).code).toBe(7);
  });

  test("a signal reaches the program", async () => {
    const child = start("dev", "wait");
    for await (const chunk of child.stdout ?? []) if (String(chunk).includes("dev got")) break;
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([3, null]);
  });

  test("the program learns that its parent was killed", async () => {
    const child = start("dev", "lifeline");
    let output = "";
    child.stdout?.on("data", (chunk) => (output += String(chunk)));
    await vi.waitFor(() => expect(output).toMatch(/pid \d+/), { timeout: 10_000 });
    const pid = Number(/pid (\d+)/.exec(output)?.[1]);
    child.kill("SIGKILL");
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow("ESRCH"), { timeout: 10_000 });
  });
});
