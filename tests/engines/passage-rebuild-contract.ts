import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PassageIndex } from "../../packages/core/src/textbook/ports.ts";
import { indexed, queryOf, somePassage } from "./passage-fixtures.ts";
import type { OpenIndex } from "./passage-index-contract.ts";

/** How every search engine is built anew while it is in use. `makeIndex` opens an empty one for vectors of `hash512-v1`. */
export function passageRebuildContract(name: string, makeIndex: () => Promise<OpenIndex>): void {
  describe(`${name} is built anew while it is in use`, () => {
    let opened: OpenIndex;
    let index: OpenIndex["index"];
    const add = async (to: PassageIndex, ...texts: readonly string[]) =>
      to.add(await indexed(texts.map((text) => somePassage({ text }))));
    const found = async (by: PassageIndex = index) =>
      (await by.search(await queryOf("хурд"))).lexical.map(({ passage }) => passage.text).toSorted();

    beforeEach(async () => {
      opened = await makeIndex();
      index = opened.index;
    });
    afterEach(() => opened.close());

    it("searches the old passages until the new index is put in use, and only the new ones from then on", async () => {
      await add(index, "Хуучин хурд.");
      const rebuild = await index.rebuilds.begin();
      await add(rebuild.passages, "Шинэ хурд.");
      expect(await found()).toEqual(["Хуучин хурд."]);
      expect(await found(rebuild.passages)).toEqual(["Шинэ хурд."]);
      await rebuild.use();
      expect(await found()).toEqual(["Шинэ хурд."]);
      await rebuild.use();
      expect(await found()).toEqual(["Шинэ хурд."]);
    });

    it("writes to the new index once it is in use", async () => {
      await add(index, "Хуучин хурд.");
      const rebuild = await index.rebuilds.begin();
      await rebuild.use();
      await add(index, "Дараа нэмсэн хурд.");
      expect(await found()).toEqual(["Дараа нэмсэн хурд."]);
      expect(await found(rebuild.passages)).toEqual(["Дараа нэмсэн хурд."]);
    });

    it("goes on with a rebuild that broke off, by its name, until it is in use", async () => {
      const { name: rebuilt, passages } = await index.rebuilds.begin();
      await add(passages, "Нэгдүгээр хурд.");
      const resumed = await index.rebuilds.resume(rebuilt);
      expect(resumed?.name).toBe(rebuilt);
      if (resumed) await add(resumed.passages, "Хоёрдугаар хурд.");
      await resumed?.use();
      expect(await found()).toEqual(["Нэгдүгээр хурд.", "Хоёрдугаар хурд."]);
      expect(await index.rebuilds.resume(rebuilt)).toBeUndefined();
    });

    it("begins again with nothing of a rebuild that was given up", async () => {
      const givenUp = await index.rebuilds.begin();
      await add(givenUp.passages, "Орхисон хурд.");
      const rebuild = await index.rebuilds.begin();
      expect(await index.rebuilds.resume(givenUp.name)).toBeUndefined();
      await rebuild.use();
      expect(await found()).toEqual([]);
    });

    it("is built anew any number of times", async () => {
      for (const round of ["нэг", "хоёр", "гурав"]) {
        const rebuild = await index.rebuilds.begin();
        await add(rebuild.passages, `Хурд ${round}.`);
        await rebuild.use();
        expect(await found()).toEqual([`Хурд ${round}.`]);
      }
    });

    it("knows no rebuild of a made-up name", async () => {
      expect(await index.rebuilds.resume("search-rebuild-99")).toBeUndefined();
      expect(await index.rebuilds.resume("../elsewhere")).toBeUndefined();
    });
  });
}
