import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { indexed, queryOf, somePassage } from "../../../../tests/engines/passage-fixtures.ts";
import { type FakeSearchServer, startFakeSearchServer } from "../../../../tests/support/fake-search-server.ts";
import { systemIds } from "../kernel/index.ts";
import { analysisVersion } from "../textbook/analyse-text.ts";
import { createOpenSearchPassageIndex, type OpenSearchPassageIndex } from "./opensearch-passage-index.ts";

let server: FakeSearchServer;
let index: OpenSearchPassageIndex;
const timeouts = { searchMs: 400, writeMs: 400 };
const hashed = { model: "hash512-v1", dimensions: 512 };
const inUse = (facts: object = hashed) => ({
  json: { [`t-passages-hash512-v1-512-l1-a${analysisVersion}-g1`]: { aliases: {}, mappings: { _meta: facts } } },
});
const open = (given: object = {}) =>
  createOpenSearchPassageIndex({ endpoint: server.url, indexPrefix: "t", timeouts, ...hashed, ...given });
const down = { kind: "unavailable", code: "textbook.search-down" };
const item = (status: number, type = "es_rejected_execution_exception") => ({
  index: { status, ...(status < 300 ? {} : { error: { type, reason: "told so" } }) },
});
const requestsTo = (end: string) => server.requests.filter(({ path }) => path.endsWith(end));
const found = (...ids: string[]) => ({
  status: 200,
  timed_out: false,
  _shards: { failed: 0 },
  hits: { hits: ids.map((id, at) => ({ _id: id, _score: 3 - at })) },
});

beforeEach(async () => {
  server = await startFakeSearchServer();
  server.play("-read", inUse());
  server.play("_refresh", { json: {} });
  index = open();
});
afterEach(async () => {
  await index.close();
  await server.stop();
});

describe("an OpenSearch that is of another model", () => {
  it.each([
    ["another model", { model: "text-embedding-3-small", dimensions: 512 }],
    ["another dimension", { model: "hash512-v1", dimensions: 256 }],
  ])("is refused by name: %s", async (_name, facts) => {
    server.play("-read", inUse(facts));
    await expect(index.find([])).rejects.toThrow(`holds vectors of ${facts.model} (${facts.dimensions} dimensions)`);
  });

  it("is refused when its passages are indexed for another model only, and no empty index is made beside them", async () => {
    server.play("-read", { status: 404, json: {} });
    const other = {
      aliases: { "t-passages-cohere-1024-l1-read": {} },
      mappings: { _meta: { model: "cohere", dimensions: 1_024 } },
    };
    server.play("t-passages-*", { json: { "t-passages-cohere-1024-l1-g1": other } });
    server.play("_count", { json: { count: 12 } });
    await expect(index.find([])).rejects.toThrow(/cohere \(1024 dimensions\).*hash512-v1.*npm run reindex/u);
    expect(server.requests.filter(({ method }) => method === "PUT")).toEqual([]);
  });
});

describe("an OpenSearch whose passages an older analysis of words made", () => {
  const olderVersion = analysisVersion - 1;
  const base = `t-passages-hash512-v1-512-l1-a${olderVersion}`;
  const older = { aliases: { [`${base}-read`]: {} }, mappings: { _meta: { ...hashed, analysis: olderVersion } } };

  it("is refused until it is built anew, under other names", async () => {
    server.play("-read", { status: 404, json: {} });
    server.play("t-passages-*", { json: { [`${base}-g3`]: older } });
    server.play("_count", { json: { count: 12 } });
    await expect(index.find([])).rejects.toThrow(
      new RegExp(`analysis ${olderVersion}.*analysis ${analysisVersion}.*npm run reindex`, "u"),
    );
    expect(await index.rebuilds.isStale()).toBe(true);
    expect(await index.rebuilds.resume(`${base}-g4`)).toBeUndefined();
    expect(server.requests.some(({ path }) => path.includes(`-a${analysisVersion}-read`))).toBe(true);
  });

  it("is not stale once an index of this analysis is in use, nor where only another model's is", async () => {
    expect(await index.rebuilds.isStale()).toBe(false);
    server.play("-read", { status: 404, json: {} });
    const other = { ...older, mappings: { _meta: { model: "cohere", dimensions: 1_024, analysis: olderVersion } } };
    server.play("t-passages-*", { json: { [`${base}-g3`]: other } });
    expect(await index.rebuilds.isStale()).toBe(false);
  });
});

describe("an OpenSearch that is busy", () => {
  const texts = ["Нэг.", "Хоёр.", "Гурав."];
  const three = () => indexed(texts.map((text) => somePassage({ text })));

  it("is sent again only what it did not take", async () => {
    const all = { json: { items: [item(201), item(429), item(503)] } };
    server.play("_bulk", all, { json: { items: [item(201), item(429)] } }, { json: { items: [item(201)] } });
    const passages = await three();
    await index.add(passages);
    const sent = requestsTo("_bulk").map(({ body }) =>
      passages.filter(({ passage }) => body.includes(passage.passageId)),
    );
    expect(sent.map((each) => each.map(({ passage }) => passage.text))).toEqual([
      texts,
      texts.slice(1),
      texts.slice(2),
    ]);
    expect(requestsTo("_refresh")).toHaveLength(1);
  });

  it("is sent again what its answer does not mention", async () => {
    server.play("_bulk", { json: { items: [item(201)] } }, { json: { items: [item(201), item(201)] } });
    await index.add(await three());
    expect(requestsTo("_bulk")).toHaveLength(2);
  });

  it.each([429, 502, 503, 504])("is asked again after a %d", async (status) => {
    server.play("_bulk", { status, json: {} }, { json: { items: [item(201)] } });
    await index.add((await three()).slice(0, 1));
    expect(requestsTo("_bulk")).toHaveLength(2);
  });

  it("is given up after some tries, as unavailable", { timeout: 30_000 }, async () => {
    server.play("_bulk", { json: { items: [item(429)] } });
    await expect(index.add((await three()).slice(0, 1))).rejects.toMatchObject(down);
    expect(requestsTo("_bulk").length).toBeGreaterThan(3);
  });

  it("is sent many passages in requests of bounded size", async () => {
    server.play("_bulk", (response) => {
      const lines = (requestsTo("_bulk").at(-1)?.body ?? "").split("\n").length - 1;
      const items = Array.from({ length: lines / 2 }, () => item(201));
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ items }));
    });
    await index.add(
      await indexed(Array.from({ length: 1_100 }, (_unused, at) => somePassage({ text: `Хурд ${at}.` }))),
    );
    const sizes = requestsTo("_bulk").map(({ body }) => Buffer.byteLength(body));
    expect(sizes.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4 * 1024 * 1024);
  });
});

describe("an OpenSearch that does not take what is sent", () => {
  it("names the passage that its mapping refuses, and is not asked again", async () => {
    server.play("_bulk", { json: { items: [item(400, "strict_dynamic_mapping_exception")] } });
    const [passage] = await indexed([somePassage({ text: "Нэг." })]);
    if (!passage) throw new Error("a passage is needed");
    await expect(index.add([passage])).rejects.toThrow(
      `passage ${passage.passage.passageId}: 400 strict_dynamic_mapping_exception: told so`,
    );
    expect(requestsTo("_bulk")).toHaveLength(1);
  });

  it("says so when a search is wrong", async () => {
    const wrong = { status: 400, error: { type: "query_shard_exception", reason: "failed to create query" } };
    server.play("_msearch", { json: { responses: [wrong, wrong, wrong] } });
    await expect(index.search(await queryOf("хурд"))).rejects.toThrow("400 query_shard_exception");
  });

  it("looks like an outage when the rights are missing", async () => {
    server.play("_mget", { status: 403, json: { error: { type: "security_exception" } } });
    await expect(index.find([systemIds.next("passage")])).rejects.toMatchObject(down);
  });

  it("is looked at anew when its index has gone", async () => {
    server.play("_bulk", { json: { items: [item(404, "index_not_found_exception")] } });
    await expect(index.add(await indexed([somePassage({ text: "Нэг." })]))).rejects.toMatchObject(down);
    const before = requestsTo("-read").length;
    server.play("_mget", { json: { docs: [{ found: false }] } });
    await index.find([systemIds.next("passage")]);
    expect(requestsTo("-read")).toHaveLength(before + 1);
  });
});

describe("an OpenSearch that answers late or in part", () => {
  const passage = somePassage({ text: "Хурд." });
  const docs = { json: { docs: [{ _id: passage.passageId, found: true, _source: { passage } }] } };
  const answered = [found(passage.passageId), found(passage.passageId), found(passage.passageId)];

  it("gives what it found when it is well", async () => {
    server.play("_msearch", { json: { responses: answered } });
    server.play("_mget", docs);
    const { lexical, vector } = await index.search(await queryOf("хурд"));
    expect([lexical, vector].map((list) => list.map(({ passage: each }) => each.text))).toEqual([["Хурд."], ["Хурд."]]);
  });

  it.each([
    ["a shard that failed", { ...found(), _shards: { failed: 1 } }],
    ["a search that was cut off", { ...found(), timed_out: true }],
    ["an overloaded part", { status: 429, error: { type: "rejected_execution_exception" } }],
    ["an empty part", {}],
  ])("is unavailable rather than half right: %s", async (_name, broken) => {
    server.play("_msearch", { json: { responses: [answered[0], answered[1], broken] } });
    server.play("_mget", docs);
    await expect(index.search(await queryOf("хурд"))).rejects.toMatchObject(down);
  });

  it.each([
    ["fewer answers than questions", { json: { responses: answered.slice(1) } }],
    ["no answer at all", { json: {} }],
  ])("is unavailable: %s", async (_name, reply) => {
    server.play("_msearch", reply);
    await expect(index.search(await queryOf("хурд"))).rejects.toMatchObject(down);
  });

  it("is unavailable in the time that a pupil waits when it hangs", async () => {
    server.play("_msearch", () => undefined);
    const startedMs = Date.now();
    await expect(index.search(await queryOf("хурд"))).rejects.toMatchObject(down);
    expect(Date.now() - startedMs).toBeLessThan(2 * timeouts.searchMs);
    expect(requestsTo("_msearch")).toHaveLength(1);
  });

  const breaks: readonly (readonly [string, (response: ServerResponse) => void])[] = [
    ["cuts the connection", (response) => response.destroy()],
    [
      "stops in the middle of its answer",
      (response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "900" });
        response.write('{"docs":[');
        setTimeout(() => response.destroy(), 20);
      },
    ],
    [
      "answers with what is no JSON",
      (response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.end('{"docs":[{"_id":');
      },
    ],
  ];
  it.each(breaks)("is asked once more when it %s", async (_name, reply) => {
    server.play("_mget", reply, docs);
    expect(await index.find([passage.passageId])).toEqual([passage]);
    server.play("_mget", reply);
    await expect(index.find([passage.passageId])).rejects.toMatchObject(down);
  });

  it("is unavailable when nobody is there", async () => {
    const nobody = createOpenSearchPassageIndex({
      endpoint: "http://127.0.0.1:9",
      indexPrefix: "t",
      timeouts,
      ...hashed,
    });
    await expect(nobody.find([])).rejects.toMatchObject(down);
    await nobody.close();
  });
});

describe("an Amazon OpenSearch", () => {
  it("is asked in signed requests with the region's credentials", async () => {
    const credentials = async () => ({ accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret", sessionToken: "token" });
    const signed = open({ region: "ap-northeast-2", credentials });
    server.play("_mget", { json: { docs: [{ found: false }] } });
    await signed.find([systemIds.next("passage")]);
    const headers = requestsTo("_mget")[0]?.headers ?? {};
    expect(headers["authorization"]).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d+\/ap-northeast-2\/es\//u);
    expect(headers["x-amz-security-token"]).toBe("token");
    await signed.close();
  });
});
