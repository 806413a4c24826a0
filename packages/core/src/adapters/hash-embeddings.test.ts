import { describe, expect, it } from "vitest";
import { createHashEmbeddings } from "./hash-embeddings.ts";

const { embed, model, dimensions } = createHashEmbeddings();
const likeness = (one: Float32Array | undefined, other: Float32Array | undefined): number =>
  (one ?? new Float32Array()).reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0);

describe("createHashEmbeddings", () => {
  it("says its name and gives vectors of length 1", async () => {
    const [vector] = await embed(["Фотосинтез"], "passage");
    expect([model, dimensions, vector?.length]).toEqual(["hash512-v1", 512, 512]);
    expect(likeness(vector, vector)).toBeCloseTo(1, 5);
  });

  it("gives the same text the same vector, in every spelling", async () => {
    const [clean, latin] = await embed(["хөдөлгөөний хурд", "hodolgoonii hurd"], "query");
    expect(latin).toEqual(clean);
  });

  it("finds texts that share words more alike than others", async () => {
    const [question, near, far] = await embed(["гэрлийн хурд", "Гэрлийн хурд маш их", "Эсийн бөөм мембран"], "query");
    expect(likeness(question, near)).toBeGreaterThan(likeness(question, far) + 0.3);
  });

  it("takes an empty text", async () => {
    const [vector] = await embed([""], "passage");
    expect(vector?.every((value) => value === 0)).toBe(true);
  });
});
