import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indexed, somePassage } from "../../../../tests/engines/passage-fixtures.ts";
import { createHashEmbeddings } from "../adapters/hash-embeddings.ts";
import { createSqlitePassageIndex, type SqlitePassageIndex } from "../adapters/sqlite-passage-index.ts";
import { type Actor, type Grade, silentLog, systemActor, systemClock, systemIds } from "../kernel/index.ts";
import { findPassages } from "./find-passages.ts";
import { EmbeddingFailure, type Embeddings } from "./ports.ts";

const photosynthesis = "Фотосинтез гэдэг нь ногоон ургамал гэрлийн энергийг ашиглан шим бодис үүсгэх үйл явц юм.";
const texts: readonly (readonly [number, string])[] = [
  [8, photosynthesis],
  [8, "Фотосинтезийн хурд гэрлийн хүчээс хамаарна."],
  [8, "Хлоропласт бол ургамлын эсийн ногоон эрхтэнцэр."],
  [8, "Хурдыг олохдоо туулсан замыг хугацаанд хуваана: $v = \\frac{s}{t}$."],
  [8, "Хөвсгөл нуур Монголын хамгийн гүн нуур."],
  [8, "Цус зүрхнээс гарч эргэх цусны эргэлт хоёр тойрогтой."],
  [5, "Усны эргэлт гэдэг нь ус уурших, хур тунадас болон буухыг хэлнэ."],
  [5, "Цасан ширхэг зургаан талтай байдаг."],
  [9, "Менделийн хууль удамшлыг тайлбарладаг."],
];

let dir = "";
let index: SqlitePassageIndex;
const embeddings = createHashEmbeddings();

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "ukhaan-find-"));
  index = createSqlitePassageIndex({ file: join(dir, "search.db"), model: "hash512-v1", dimensions: 512 });
  const subject = (text: string) => (text.startsWith("Хурд") ? "physics" : "biology");
  await index.add(await indexed(texts.map(([grade, text]) => somePassage({ text, grade, subject: subject(text) }))));
});
afterAll(async () => {
  await index.close();
  rmSync(dir, { recursive: true, force: true });
});

const pupil = (grade: Grade): Actor => ({
  role: "student",
  sessionId: systemIds.next("session"),
  schoolId: systemIds.next("school"),
  classroomId: systemIds.next("classroom"),
  studentId: systemIds.next("student"),
  grade,
  name: "Болд",
});
const contextOf = (actor: Actor | typeof systemActor, given: Embeddings = embeddings) => ({
  actor,
  clock: systemClock,
  ids: systemIds,
  log: silentLog,
  passages: index,
  embeddings: given,
});
const find = (question: string, grade = 8, actor: Actor | typeof systemActor = pupil(8)) =>
  findPassages(contextOf(actor), { question, grade, limit: 3 });

describe("findPassages", () => {
  it.each([
    "Фотосинтез гэж юу вэ?",
    "фотосинтез гэж юу вэ",
    "fotosintez gej yu ve",
    "photosintez gj yuve",
    "Фотосинтэз гэж юу вэ",
    "нэгон фотосинтез энерги бодис",
  ])("finds the defining passage for %j", async (question) => {
    const { hits, relevant, fromLowerGrade } = await find(question);
    expect(hits[0]?.passage.text).toBe(photosynthesis);
    expect([relevant, fromLowerGrade]).toEqual([true, false]);
  });

  it("finds the same passages for у/о, v/є and Latin typing", async () => {
    const clean = await find("Хөвсгөл нуурын гүн");
    for (const typed of ["ховсгол нуурын гун", "Хєвсгєл нуурын гvн", "Khuvsgul nuuriin gun", "huvsgul nuuriin gvn"]) {
      expect((await find(typed)).hits[0]?.passage).toEqual(clean.hits[0]?.passage);
    }
  });

  it("finds a formula", async () => {
    expect((await find("v=s/t гэж юу вэ")).hits[0]?.passage.text).toContain("туулсан замыг");
  });

  it.each(["Чингис хаан хэдэн онд төрсөн бэ?", "Python програмчлал", "Логарифмын тодорхойлолт", "tsenkher shuvuu"])(
    "says that the books do not answer %j",
    async (question) => {
      expect((await find(question)).relevant).toBe(false);
    },
  );

  it("finds nothing for a question without a subject", async () => {
    expect(await find("Энэ юу вэ?")).toEqual({ hits: [], relevant: false, fromLowerGrade: false });
    expect(await find("")).toEqual({ hits: [], relevant: false, fromLowerGrade: false });
  });

  it("looks in lower grades where the own one is silent, and says so", async () => {
    const { hits, relevant, fromLowerGrade } = await find("Цасан ширхэг хэдэн талтай вэ?");
    expect(hits[0]?.passage.grade).toBe(5);
    expect([relevant, fromLowerGrade]).toEqual([true, true]);
  });

  it("lets a lower grade answer what the own one only resembles", async () => {
    const { hits, fromLowerGrade } = await find("Усны эргэлт гэж юу вэ?");
    expect([hits[0]?.passage.grade, fromLowerGrade]).toEqual([5, true]);
    expect((await find("Цусны эргэлт гэж юу вэ?")).hits[0]?.passage.grade).toBe(8);
  });

  it("keeps to one subject when asked to", async () => {
    const input = { question: "хурд", grade: 8, limit: 5, subject: "physics" as const };
    const { hits } = await findPassages(contextOf(pupil(8)), input);
    expect(hits.map(({ passage }) => passage.subject)).toEqual(["physics"]);
  });

  it("gives no more than the limit, best first", async () => {
    const { hits } = await findPassages(contextOf(pupil(8)), {
      question: "ургамал гэрэл фотосинтез",
      grade: 8,
      limit: 2,
    });
    expect(hits).toHaveLength(2);
    expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? Infinity);
  });

  it("goes on by words alone when the embedding model fails", async () => {
    const down: Embeddings = { ...embeddings, embed: () => Promise.reject(new EmbeddingFailure("unreachable")) };
    const { hits, relevant } = await findPassages(contextOf(pupil(8), down), {
      question: "Фотосинтез гэж юу вэ?",
      grade: 8,
      limit: 3,
    });
    expect([hits[0]?.passage.text, relevant]).toEqual([photosynthesis, true]);
  });

  it("takes a hostile question of a thousand characters", async () => {
    for (const question of ['"*:^()'.repeat(166), "uc".repeat(500), "а ".repeat(500), "\u0000".repeat(1_000)]) {
      const start = performance.now();
      await expect(find(question)).resolves.toMatchObject({ relevant: false });
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });
});

describe("findPassages keeps grades apart", () => {
  const question = "Менделийн хууль удамшил";
  const staff = { sessionId: systemIds.next("session"), staffId: systemIds.next("staff"), name: "Багш" };
  const schoolId = systemIds.next("school");

  it.each([
    ["a pupil of grade 8 who asks for grade 8", pupil(8), 8, false],
    ["a pupil of grade 8 who asks for grade 9", pupil(8), 9, false],
    ["a pupil of grade 5 who asks for grade 12", pupil(5), 12, false],
    ["a pupil of grade 9", pupil(9), 9, true],
    ["a pupil of grade 12, from a lower grade", pupil(12), 12, true],
    ["a teacher who asks for grade 9", { ...staff, schoolId, role: "teacher" as const }, 9, true],
    ["a teacher who asks for grade 8", { ...staff, schoolId, role: "teacher" as const }, 8, false],
    ["the product itself", systemActor, 9, true],
  ])("%s", async (_who, actor, grade, mayFind) => {
    const { hits, relevant } = await find(question, grade, actor);
    expect(relevant).toBe(mayFind);
    expect(hits.some(({ passage }) => passage.grade === 9)).toBe(mayFind);
  });
});
