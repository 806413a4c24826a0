import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemIds, type TextbookId } from "../../packages/core/src/kernel/index.ts";
import { analyseText } from "../../packages/core/src/textbook/analyse-text.ts";
import type { PassageIndex, PassageQuery, PassageRebuilds } from "../../packages/core/src/textbook/ports.ts";
import type { Passage } from "../../packages/core/src/textbook/schema.ts";
import { indexed, queryOf, somePassage } from "./passage-fixtures.ts";

export interface OpenIndex {
  readonly index: PassageIndex & { readonly rebuilds: PassageRebuilds };
  close(): Promise<void>;
}

/** What every search engine must do. `makeIndex` opens an empty one for vectors of `hash512-v1`. */
export function passageIndexContract(name: string, makeIndex: () => Promise<OpenIndex>): void {
  describe(`${name} keeps the contract of PassageIndex`, () => {
    let opened: OpenIndex;
    let index: PassageIndex;
    const add = async (...passages: readonly Passage[]) => index.add(await indexed(passages));
    const lexical = async (text: string, given: Partial<PassageQuery> = {}) =>
      (await index.search(await queryOf(text, given))).lexical.map(({ passage }) => passage.text);

    beforeEach(async () => {
      opened = await makeIndex();
      index = opened.index;
    });
    afterEach(() => opened.close());

    it("finds what was added with the next search, best first, whole", async () => {
      const best = somePassage({
        text: "Фотосинтез гэдэг нь ургамлын хоол бэлтгэх үйл явц.",
        boxes: [[0.1, 0.2, 0.3, 0.4]],
      });
      await add(best, somePassage({ text: "Ургамлын навч ногоон өнгөтэй." }), somePassage({ text: "Ньютоны хууль." }));
      const { lexical: found, vector } = await index.search(await queryOf("ургамлын фотосинтез"));
      expect(found[0]?.passage).toEqual(best);
      expect(found).toHaveLength(2);
      expect(found[0]?.score).toBeGreaterThan(found[1]?.score ?? Infinity);
      expect(vector[0]?.passage).toEqual(best);
    });

    it("keeps vector hits in the order of their likeness", async () => {
      await add(somePassage({ text: "Гэрлийн хурд маш их." }), somePassage({ text: "Дууны хурд агаарт бага." }));
      const { vector } = await index.search(await queryOf("Дууны хурд агаарт"));
      expect(vector.map(({ passage }) => passage.text)).toEqual(["Дууны хурд агаарт бага.", "Гэрлийн хурд маш их."]);
      expect(vector[0]?.score).toBeGreaterThan(vector[1]?.score ?? Infinity);
    });

    it("gives no vector list when the question has no vector", async () => {
      await add(somePassage({ text: "Гэрлийн хурд." }));
      const { lexical: found, vector } = await index.search({ readings: [analyseText("хурд")], grades: [8], limit: 5 });
      expect([found.length, vector.length]).toEqual([1, 0]);
    });

    it("finds a word by its letters when it is misspelt", async () => {
      await add(
        somePassage({ text: "Хлоропласт дотор явагдана." }),
        somePassage({ text: "Митохондри энерги гаргана." }),
      );
      expect(await lexical("хлорапласт")).toEqual(["Хлоропласт дотор явагдана."]);
    });

    it("shows a passage to its own grade only", async () => {
      await add(
        somePassage({ text: "Хурд найман анги.", grade: 8 }),
        somePassage({ text: "Хурд есөн анги.", grade: 9 }),
        somePassage({ text: "Хурд долоон анги.", grade: 7 }),
      );
      expect(await lexical("хурд", { grades: [8] })).toEqual(["Хурд найман анги."]);
      expect((await lexical("хурд", { grades: [7, 8] })).toSorted()).toEqual([
        "Хурд долоон анги.",
        "Хурд найман анги.",
      ]);
      expect(await lexical("хурд", { grades: [] })).toEqual([]);
      const { vector } = await index.search(await queryOf("хурд", { grades: [7] }));
      expect(vector.map(({ passage }) => passage.grade)).toEqual([7]);
    });

    it("filters both lists by subject and by textbook", async () => {
      const textbookId = systemIds.next("textbook");
      await add(
        somePassage({ text: "Хурд физик.", subject: "physics", textbookId }),
        somePassage({ text: "Хурд биологи.", subject: "biology" }),
      );
      for (const filter of [{ subject: "physics" }, { textbookId }] as const) {
        const { lexical: found, vector } = await index.search(await queryOf("хурд", filter));
        expect(found.map(({ passage }) => passage.text)).toEqual(["Хурд физик."]);
        expect(vector.map(({ passage }) => passage.text)).toEqual(["Хурд физик."]);
      }
    });

    it("counts a passage by the reading of the question that fits it best", async () => {
      await add(somePassage({ text: "Хөвсгөл нуур гүн." }), somePassage({ text: "Хувцас угаах." }));
      const readings = ["хувсгал", "хөвсгөл"].map((text) => analyseText(text));
      const { lexical: found } = await index.search({ readings, grades: [8], limit: 1 });
      expect(found.map(({ passage }) => passage.text)).toEqual(["Хөвсгөл нуур гүн."]);
    });

    it("replaces a passage that comes again, also in another grade", async () => {
      const passage = somePassage({ text: "Анхны бичвэр." });
      await add(passage);
      await add({ ...passage, text: "Засварласан бичвэр.", grade: 9 });
      expect(await lexical("анхны")).toEqual([]);
      expect(await lexical("бичвэр", { grades: [8, 9] })).toEqual(["Засварласан бичвэр."]);
      expect(await index.find([passage.passageId])).toMatchObject([{ text: "Засварласан бичвэр." }]);
    });

    it("finds passages by id in the order asked and leaves unknown ids out", async () => {
      const [one, other] = [somePassage({ text: "Нэг." }), somePassage({ text: "Хоёр." })];
      await add(one, other);
      const found = await index.find([other.passageId, systemIds.next("passage"), one.passageId]);
      expect(found).toEqual([other, one]);
    });

    it("removes a textbook from both lists, the ids and the counts, and no other one", async () => {
      const textbookId: TextbookId = systemIds.next("textbook");
      const gone = somePassage({ text: "Хурд гэж юу.", textbookId });
      await add(gone, somePassage({ text: "Хурд хэвээр." }));
      await index.removeTextbook(textbookId);
      const { lexical: found, vector } = await index.search(await queryOf("хурд"));
      expect(found.map(({ passage }) => passage.text)).toEqual(["Хурд хэвээр."]);
      expect(vector).toHaveLength(1);
      expect(await index.find([gone.passageId])).toEqual([]);
      expect(await index.frequencies({ stems: ["хурд"], grades: [8] })).toMatchObject({ total: 1 });
      await expect(index.removeTextbook(textbookId)).resolves.toBeUndefined();
    });

    it("removes single passages from both lists, the ids and the counts, and no other one of their book", async () => {
      const textbookId: TextbookId = systemIds.next("textbook");
      const [gone, alsoGone, kept] = ["нэг", "хоёр", "гурав"].map((word, order) =>
        somePassage({ text: `Хурд ${word}.`, textbookId, order, grade: order === 1 ? 9 : 8 }),
      );
      if (!gone || !alsoGone || !kept) throw new Error("three passages are needed");
      await add(gone, alsoGone, kept);
      await index.removePassages([gone.passageId, systemIds.next("passage"), alsoGone.passageId]);
      const { lexical: found, vector } = await index.search(await queryOf("хурд", { grades: [8, 9] }));
      expect(found.map(({ passage }) => passage.text)).toEqual(["Хурд гурав."]);
      expect(vector.map(({ passage }) => passage.text)).toEqual(["Хурд гурав."]);
      expect(await index.find([gone.passageId, kept.passageId, alsoGone.passageId])).toEqual([kept]);
      expect(await index.frequencies({ stems: ["хурд"], grades: [8, 9] })).toMatchObject({ total: 1 });
      await expect(index.removePassages([gone.passageId])).resolves.toBeUndefined();
      await expect(index.removePassages([])).resolves.toBeUndefined();
      expect(await index.find([kept.passageId])).toEqual([kept]);
    });

    it("removes a textbook but for some passages", async () => {
      const textbookId: TextbookId = systemIds.next("textbook");
      const [gone, kept] = ["нэг", "хоёр"].map((word) => somePassage({ text: `Хурд ${word}.`, textbookId }));
      if (!gone || !kept) throw new Error("two passages are needed");
      await add(gone, kept, somePassage({ text: "Хурд гурав." }));
      await index.removeTextbook(textbookId, [kept.passageId]);
      expect((await lexical("хурд")).toSorted()).toEqual(["Хурд гурав.", "Хурд хоёр."]);
      expect(await index.find([gone.passageId, kept.passageId])).toEqual([kept]);
    });

    it("counts the passages of these grades that hold a stem", async () => {
      await add(
        somePassage({ text: "Эсийн бөөм. Эс." }),
        somePassage({ text: "Эсүүд хуваагдана." }),
        somePassage({ text: "Эс.", grade: 9 }),
      );
      const { total, byStem } = await index.frequencies({ stems: ["ес", "фотосинтз"], grades: [8] });
      expect([total, byStem.get("ес"), byStem.get("фотосинтз")]).toEqual([2, 2, 0]);
      expect((await index.frequencies({ stems: ["ес"], grades: [8, 9] })).byStem.get("ес")).toBe(3);
    });

    it("finds formulas and numbers whole", async () => {
      await add(
        somePassage({ text: "Хурдыг $v = \\frac{s}{t}$ гэж олно." }),
        somePassage({ text: "CO₂ ба H₂O үүснэ." }),
      );
      expect(await lexical("v = s/t")).toEqual(["Хурдыг $v = \\frac{s}{t}$ гэж олно."]);
      expect(await lexical("CO2")).toEqual(["CO₂ ба H₂O үүснэ."]);
    });

    it("takes any text for a question without failing", async () => {
      await add(somePassage({ text: "Хурд." }));
      for (const text of [
        '"',
        "*",
        "AND OR NOT",
        "NEAR(а, 2)",
        "терм:х",
        "'; DROP TABLE place",
        "\u0000",
        "a^b",
        "=х",
        "-",
        "5.5 a.b $v=\\frac{s}{t}$",
        Array.from({ length: 1_500 }, (_unused, at) => `үг${at}`).join(" "),
      ]) {
        await expect(lexical(text)).resolves.toBeInstanceOf(Array);
        await expect(lexical(text, { grades: [7, 8, 9] })).resolves.toBeInstanceOf(Array);
      }
      expect(await index.search({ readings: [], grades: [8], limit: 5 })).toEqual({ lexical: [], vector: [] });
      expect(await index.search({ readings: [{ stems: [], grams: [] }], grades: [8], limit: 5 })).toEqual({
        lexical: [],
        vector: [],
      });
    });

    it("puts equals in the order of their ids", async () => {
      const passages = Array.from({ length: 6 }, () => somePassage({ text: "Хурд гэж юу вэ." }));
      await add(...passages.toReversed());
      const { lexical: found, vector } = await index.search(await queryOf("хурд", { limit: 4 }));
      const ids = passages.map(({ passageId }) => passageId).toSorted();
      expect(found.map(({ passage }) => passage.passageId)).toEqual(ids.slice(0, 4));
      expect(new Set(vector.map(({ score }) => score)).size).toBe(1);
    });

    it("keeps a passage without words, and a question without any is near to nothing", async () => {
      const signs = somePassage({ text: "—" });
      await add(signs, somePassage({ text: "Хурд." }));
      expect(await index.find([signs.passageId])).toEqual([signs]);
      expect((await index.search(await queryOf("—"))).vector).toEqual([]);
      const { vector } = await index.search(await queryOf("хурд"));
      expect(vector.map(({ passage }) => passage.text)).toEqual(["Хурд."]);
      expect(await index.frequencies({ stems: [], grades: [8] })).toMatchObject({ total: 2 });
    });

    it("refuses a vector of another length", async () => {
      const [passage] = await indexed([somePassage({ text: "Хурд." })]);
      if (!passage) throw new Error("a passage is needed");
      await expect(index.add([{ ...passage, vector: new Float32Array(3) }])).rejects.toThrow(/3 dimensions/u);
      const query = { ...(await queryOf("хурд")), vector: new Float32Array(3).fill(1) };
      await expect(index.search(query)).rejects.toThrow(/3 dimensions/u);
    });

    it("gives no more than the limit", async () => {
      await add(...Array.from({ length: 12 }, (_unused, at) => somePassage({ text: `Хурд ${at}.` })));
      const { lexical: found, vector } = await index.search(await queryOf("хурд", { limit: 5 }));
      expect([found.length, vector.length]).toEqual([5, 5]);
    });
  });
}
