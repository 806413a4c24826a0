import { describe, expect, it } from "vitest";
import { fuseRankings } from "./fuse-rankings.ts";

const ids = (...rankings: Parameters<typeof fuseRankings>[0]) => fuseRankings(rankings).map(({ id }) => id);

describe("fuseRankings", () => {
  it("puts what both lists hold before what only one holds", () => {
    expect(ids({ ids: ["а", "б", "в"], weight: 1 }, { ids: ["г", "в"], weight: 1 })[0]).toBe("в");
  });
  it("scores by 1 ÷ (60 + rank)", () => {
    expect(fuseRankings([{ ids: ["а", "б"], weight: 1 }])).toEqual([
      { id: "а", score: 1 / 61 },
      { id: "б", score: 1 / 62 },
    ]);
  });
  it("lets a list of nearly no weight settle nothing but ties", () => {
    expect(ids({ ids: ["а", "б"], weight: 1 }, { ids: ["б", "а"], weight: 1e-6 })).toEqual(["а", "б"]);
    expect(ids({ ids: ["а"], weight: 1 }, { ids: ["в", "б"], weight: 1e-6 })).toEqual(["а", "в", "б"]);
  });
  it("gives nothing for nothing", () => {
    expect(fuseRankings([])).toEqual([]);
  });
});
