import { type PassageId, systemIds, type TextbookId } from "../../packages/core/src/kernel/index.ts";
import type { Passage } from "../../packages/core/src/textbook/schema.ts";

const textbookId: TextbookId = systemIds.next("textbook");
const passageId = (): PassageId => systemIds.next("passage");

/** A passage of one made-up textbook, unless parts are given. */
export function samplePassage(parts: Partial<Passage> = {}): Passage {
  const text = parts.text ?? "Эс гэдэг нь амьд биеийн бүтэц, үйл ажиллагааны хамгийн бага нэгж юм.";
  return {
    passageId: passageId(),
    textbookId,
    bookTitle: "Биологи 8",
    subject: "biology",
    grade: 8,
    edition: 1,
    chapter: "Эс",
    section: "1.1. Эс бол амьдралын нэгж",
    kind: "text",
    text,
    context: text,
    pdfPage: 14,
    printedPage: "12",
    boxes: [],
    order: 0,
    ...parts,
  };
}
