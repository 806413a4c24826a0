import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indexed, queryOf, somePassage } from "../../../../tests/engines/passage-fixtures.ts";
import { passageIndexContract } from "../../../../tests/engines/passage-index-contract.ts";
import { passageRebuildContract } from "../../../../tests/engines/passage-rebuild-contract.ts";
import { createSqlitePassageIndex } from "./sqlite-passage-index.ts";

let dir = "";
let files = 0;
const nextFile = (): string => join(dir, `search-${(files += 1)}.db`);
const hashed = { model: "hash512-v1", dimensions: 512 };

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "ukhaan-search-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const makeIndex = async () => {
  const index = createSqlitePassageIndex({ file: nextFile(), ...hashed });
  return { index, close: () => index.close() };
};
passageIndexContract("the SQLite engine", makeIndex);
passageRebuildContract("the SQLite engine", makeIndex);

/** Runs a writer in a process of its own: adds ten passages a batch, printing each batch once it is acknowledged. */
function startWriter(file: string) {
  const writer = fileURLToPath(new URL("../../../../tests/engines/passage-writer.ts", import.meta.url));
  return spawn(process.execPath, [writer, file], { stdio: ["ignore", "pipe", "inherit"] });
}

describe("createSqlitePassageIndex", () => {
  it("keeps its passages when it is opened again", async () => {
    const file = nextFile();
    const passage = somePassage({ text: "Хүндийн хүч." });
    const first = createSqlitePassageIndex({ file, ...hashed });
    await first.add(await indexed([passage]));
    await first.close();
    const again = createSqlitePassageIndex({ file, ...hashed });
    expect(await again.find([passage.passageId])).toEqual([passage]);
    await again.close();
  });

  it("refuses a file of an older analysis of words until it is built anew", async () => {
    const file = nextFile();
    const old = createSqlitePassageIndex({ file, ...hashed, analysis: 1 });
    await old.add(await indexed([somePassage({ text: "Хурд." })]));
    expect(await old.rebuilds.isStale()).toBe(false);
    const broken = await old.rebuilds.begin();
    await old.close();

    const index = createSqlitePassageIndex({ file, ...hashed });
    await expect(index.search(await queryOf("хурд"))).rejects.toThrow(/analysis 1, now \d+\).*npm run reindex/u);
    expect(await index.rebuilds.isStale()).toBe(true);
    expect(await index.rebuilds.resume(broken.name)).toBeUndefined();
    const rebuild = await index.rebuilds.begin();
    const passage = somePassage({ text: "Шинэ хурд." });
    await rebuild.passages.add(await indexed([passage]));
    await rebuild.use();
    expect((await index.search(await queryOf("хурд"))).lexical.map((hit) => hit.passage)).toEqual([passage]);
    expect(await index.rebuilds.isStale()).toBe(false);
    await index.close();
  });

  it("refuses a file that says nothing of its analysis: it is older than that", async () => {
    const file = nextFile();
    const old = createSqlitePassageIndex({ file, ...hashed });
    await old.find([]);
    await old.close();
    const db = new DatabaseSync(file);
    db.exec("DELETE FROM fact WHERE name = 'analysis'");
    db.close();
    const index = createSqlitePassageIndex({ file, ...hashed });
    expect(await index.rebuilds.isStale()).toBe(true);
    await expect(index.find([])).rejects.toThrow(/analysis 1/u);
    await index.close();
  });

  it("refuses a file that another model filled, naming both", async () => {
    const file = nextFile();
    const first = createSqlitePassageIndex({ file, ...hashed });
    await first.add(await indexed([somePassage({ text: "Хүч." })]));
    await first.close();
    for (const other of [
      { model: "text-embedding-3-small", dimensions: 512 },
      { model: "hash512-v1", dimensions: 256 },
    ]) {
      const index = createSqlitePassageIndex({ file, ...other });
      await expect(index.find([])).rejects.toThrow(/hash512-v1 \(512 dimensions\).*settings say/u);
      await index.close();
    }
  });

  it("adds a batch whole or not at all", async () => {
    const index = createSqlitePassageIndex({ file: nextFile(), ...hashed });
    const batch = await indexed([somePassage({ text: "Эхний." }), somePassage({ text: "Дараагийн." })]);
    const broken = batch.map((each, at) => (at === 0 ? each : { ...each, vector: new Float32Array(3) }));
    await expect(index.add(broken)).rejects.toThrow(/3 dimensions/u);
    expect((await index.search(await queryOf("эхний"))).lexical).toEqual([]);
    await index.add(batch);
    expect((await index.search(await queryOf("эхний"))).lexical).toHaveLength(1);
    await index.close();
  });

  it("says so when it is used after it was closed", async () => {
    const index = createSqlitePassageIndex({ file: nextFile(), ...hashed });
    await index.close();
    await expect(index.find([])).rejects.toThrow("closed");
  });

  it("reads while another process writes, sees each batch whole, and loses none to kill -9", async () => {
    const file = nextFile();
    const reader = createSqlitePassageIndex({ file, ...hashed });
    await reader.find([]);
    const writer = startWriter(file);
    let acknowledged = 0;
    const ended = new Promise((resolve) => writer.once("exit", resolve));
    await new Promise<void>((resolve) => {
      writer.stdout.on("data", (data: Buffer) => {
        acknowledged += data.toString("utf8").split("\n").length - 1;
        if (acknowledged >= 4) {
          writer.kill("SIGKILL");
          resolve();
        }
      });
    });
    for (let look = 0; look < 3; look += 1) {
      const { total } = await reader.frequencies({ stems: [], grades: [8] });
      expect(total % 10).toBe(0);
    }
    await ended;
    const { total, byStem } = await reader.frequencies({ stems: ["хурд"], grades: [8] });
    expect(total).toBeGreaterThanOrEqual(acknowledged * 10);
    expect(byStem.get("хурд")).toBe(total);
    await reader.add(await indexed([somePassage({ text: "Хурд дахин." })]));
    expect((await reader.frequencies({ stems: [], grades: [8] })).total).toBe(total + 1);
    await reader.close();
  });
});
