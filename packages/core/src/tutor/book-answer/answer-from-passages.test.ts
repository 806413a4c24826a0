import { describe, expect, test } from "vitest";
import { samplePassage } from "../../../../../tests/support/sample-passage.ts";
import type { Passage } from "../../textbook/schema.ts";
import { answerFromPassages } from "./answer-from-passages.ts";

const answer = (question: string, passages: readonly Passage[], mode: "answer" | "more-detail" = "answer") =>
  answerFromPassages({ readings: [question], passages, mode, locale: "mn" });

const cell = samplePassage({
  text: "Эс гэдэг нь амьд биеийн бүтэц, үйл ажиллагааны хамгийн бага нэгж юм.",
});
const discovery = samplePassage({
  text:
    "Ихэнх эс нүдэнд үл харагдах жижиг учраас эсийг микроскопоор судалдаг. 1665 онд английн эрдэмтэн Роберт Хук эсийг анх " +
    "ажигласан. Түүний харсан зүйл нь үнэндээ үхсэн эсийн хана байв.",
});
const factors = samplePassage({
  section: "2.4. Хурдад нөлөөлөх хүчин зүйлс",
  text: "Фотосинтезийн хурд дараах хүчин зүйлээс хамаарна:",
  context:
    "Фотосинтезийн хурд дараах хүчин зүйлээс хамаарна:\n• Гэрлийн хүч. Гэрэл нэмэгдэхэд хурд өснө.\n• Ус. Ган болоход удаашрана.\nХамгийн дутагдаж байгаа нь хурдыг тогтооно.",
});
const equation = samplePassage({
  kind: "formula",
  text: "Фотосинтезийн ерөнхий тэгшитгэл:\n$6CO_2 + 6H_2O \\to C_6H_{12}O_6 + 6O_2$",
});
const limiting = samplePassage({
  text: "Хамгийн дутагдаж байгаа хүчин зүйл нь нийт хурдыг тогтоодог. Үүнийг хязгаарлагч хүчин зүйл гэнэ. Жишээлбэл, өглөө эрт гэрэл болдог.",
});
const exercise = samplePassage({
  kind: "exercise",
  text: "Дасгал 3. Булчингийн эсэд олон митохондри байдгийн учрыг тайлбарла.",
});

describe("an answer from the book", () => {
  test("to «гэж юу вэ» begins with the defining sentence", () => {
    const { text, citations } = answer("Эс гэж юу вэ?", [discovery, cell]);
    expect(text).toMatch(/^Эс гэдэг нь .* нэгж юм\. \[1\]/u);
    expect(citations[0]).toMatchObject({ number: 1, passageId: cell.passageId, printedPage: "12" });
  });

  test("to «хэн, хэзээ» gives the sentence with the year and the name", () => {
    expect(answer("Эсийг хэн хэзээ нээсэн бэ?", [cell, discovery]).text).toMatch(/^1665 онд .*Роберт Хук/u);
  });

  test("carries a list on that begins in the passage", () => {
    expect(answer("Фотосинтезийн хурдад ямар хүчин зүйл нөлөөлдөг вэ?", [factors]).text).toBe(
      "Фотосинтезийн хурд дараах хүчин зүйлээс хамаарна:\n- Гэрлийн хүч. Гэрэл нэмэгдэхэд хурд өснө.\n- Ус. Ган болоход удаашрана. [1]",
    );
  });

  test("keeps a formula as it is, with the line that announces it", () => {
    expect(answer("Фотосинтезийн тэгшитгэл ямар вэ?", [cell, equation]).text).toContain(
      "Фотосинтезийн ерөнхий тэгшитгэл:\n$6CO_2 + 6H_2O \\to C_6H_{12}O_6 + 6O_2$ [1]",
    );
  });

  test("includes the sentence that «үүнийг» points back to", () => {
    expect(answer("Хязгаарлагч хүчин зүйл гэж юу вэ?", [limiting]).text).toMatch(/^Хамгийн дутагдаж .* гэнэ\./u);
  });

  test("joins words that were cut at a line's end and leaves the section's title out", () => {
    const broken = samplePassage({
      section: "1.1. Эс бол нэгж",
      text: "1.1. Эс бол нэгж\nЭс гэдэг нь амьд биеийн хам-\nгийн бага нэгж юм.",
    });
    expect(answer("Эс гэж юу вэ?", [broken]).text).toBe("Эс гэдэг нь амьд биеийн хамгийн бага нэгж юм. [1]");
  });

  test("begins with the statement, not with what is named after it", () => {
    const converse = samplePassage({
      section: "2.3. Пифагорын урвуу теорем",
      text: "Талын квадрат нөгөө хоёр талын квадратын нийлбэртэй тэнцүү бол гурвалжин тэгш өнцөгт байна. Үүнийг Пифагорын урвуу теорем гэнэ.",
    });
    const theorem = samplePassage({
      section: "2.1. Теорем",
      text: "Пифагорын теорем. Гипотенузын квадрат нь катетуудын квадратын нийлбэртэй тэнцүү.",
    });
    expect(answer("Пифагорын теорем гэж юу вэ?", [converse, theorem]).text).toMatch(/^Пифагорын теорем\. Гипотенузын/u);
  });

  test("does not begin with a figure's caption", () => {
    const figure = samplePassage({ text: "Зураг 1.1. Ургамлын эсийн бүдүүвч. (Мембран, Бөөм, Эсийн хана)" });
    expect(answer("Эс гэж юу вэ?", [figure, cell]).text).toMatch(/^Эс гэдэг нь/u);
  });

  test("never quotes an exercise as an explanation", () => {
    expect(answer("Митохондри гэж юу вэ?", [cell, exercise]).text).not.toContain("тайлбарла");
  });

  test("has at most six sentences, and more when more detail is wanted", () => {
    const long = samplePassage({ text: "Эс бол нэгж юм. ".repeat(12).trim() });
    const count = (text: string) => text.match(/нэгж юм/gu)?.length ?? 0;
    expect(count(answer("Эс гэж юу вэ?", [long]).text)).toBeLessThanOrEqual(6);
    expect(count(answer("Эс гэж юу вэ?", [long], "more-detail").text)).toBeGreaterThan(
      count(answer("Эс гэж юу вэ?", [long]).text),
    );
  });

  test("says nothing that is not in the passages", () => {
    const passages = [cell, discovery, limiting];
    const { text } = answer("Эс гэж юу вэ?", passages);
    const sentences = text.replace(/\s*\[\d\]/gu, "").split(/(?<=\.)\s+/u);
    for (const sentence of sentences) expect(passages.some((passage) => passage.text.includes(sentence))).toBe(true);
  });
});
