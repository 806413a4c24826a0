import type { TextbookId } from "../../kernel/index.ts";
import type { ContentsEntry, Passage, Subject } from "../schema.ts";
import { buildChunks, type Chunk, type Mark } from "./build-chunks.ts";
import { buildParagraphs } from "./build-paragraphs.ts";
import { findSections, type Section } from "./find-sections.ts";
import type { OutlineEntry, ReadPage } from "./page-text.ts";
import { passageId } from "./passage-id.ts";
import { removeRunningHeads } from "./running-heads.ts";
import { turnMarks } from "./turn-marks.ts";

/** What a passage carries of its book. */
export interface BookFacts {
  readonly textbookId: TextbookId;
  readonly title: string;
  readonly subject: Subject;
  readonly grade: number;
  readonly edition: number;
}

/** A book as ingestion stores it. */
export interface ReadBook {
  readonly passages: readonly Passage[];
  readonly contents: readonly ContentsEntry[];
  /** One entry a page, in order. */
  readonly pages: readonly {
    readonly pdfPage: number;
    readonly printedPage: string | undefined;
    readonly marks: readonly {
      readonly passageId: string;
      readonly text: string;
      readonly boxes: Passage["boxes"];
      readonly useImage?: boolean;
    }[];
  }[];
}

/** Longest text that a model reads around a passage, in characters. */
const maxContextLength = 1_200;

/** Builds sections and passages over all pages of a book. Pure: the same pages give the same passages with the same ids. */
export function readBook(book: BookFacts, pages: readonly ReadPage[], outline: readonly OutlineEntry[]): ReadBook {
  const bare = removeRunningHeads(pages);
  const printed = new Map(bare.map((page) => [page.pdfPage, page.printedPage]));
  const sections = findSections(bare, outline);
  const straight = buildChunks(buildParagraphs(bare, sections), sections);
  const chunks = straight.map((chunk) => ({ ...chunk, marks: turnMarks(chunk.marks, pages) }));
  const sources = new Map(pages.map((page) => [page.pdfPage, page]));
  const passages = chunks.map((chunk, order): Passage => {
    const pdfPage = chunk.marks[0]?.pdfPage ?? 1;
    const printedPage = printed.get(pdfPage);
    return {
      passageId: passageId({ textbookId: book.textbookId, edition: book.edition, pdfPage, order }),
      textbookId: book.textbookId,
      bookTitle: book.title,
      subject: book.subject,
      grade: book.grade,
      edition: book.edition,
      ...titlesOf(sections, chunk.section),
      kind: chunk.kind,
      text: chunk.text,
      context: contextOf(chunks, order),
      pdfPage,
      ...(printedPage === undefined ? {} : { printedPage }),
      boxes: chunk.marks.filter((mark) => mark.pdfPage === pdfPage).map((mark) => mark.box),
      ...trustOf(chunk, sources.get(pdfPage)),
      order,
    };
  });
  return {
    passages,
    contents: sections.map(({ level, title, pdfPage }) => {
      const printedPage = printed.get(pdfPage);
      return { level, title, pdfPage, ...(printedPage === undefined ? {} : { printedPage }) };
    }),
    pages: bare.map(({ pdfPage, printedPage }) => ({
      pdfPage,
      printedPage,
      marks: marksOn(pdfPage, passages, chunks),
    })),
  };
}

const textSources = { text: "text-layer", repaired: "repaired", ocr: "ocr" } as const;

/** Where a passage's text comes from, and how far it can be trusted: its worst line, else the words of its page's layer. */
function trustOf(chunk: Chunk, page: ReadPage | undefined): Pick<Passage, "textSource" | "confidence" | "useImage"> {
  const confidence = chunk.confidence ?? page?.textScore;
  return {
    ...(page?.source === undefined ? {} : { textSource: textSources[page.source] }),
    ...(confidence === undefined ? {} : { confidence: Math.round(confidence * 100) / 100 }),
    ...(chunk.useImage ? { useImage: true } : {}),
  };
}

/** The chapter is the nearest heading of the highest level, the section the heading itself where it lies deeper. */
function titlesOf(sections: readonly Section[], index: number): { chapter?: string; section?: string } {
  const section = sections[index];
  if (section === undefined) return {};
  const chapter = sections.slice(0, index + 1).findLast(({ level }) => level === 1);
  if (chapter === undefined) return { section: section.title };
  return chapter === section ? { chapter: chapter.title } : { chapter: chapter.title, section: section.title };
}

/** The passage with its neighbours of the same section, as many as fit, nearest first. */
function contextOf(chunks: readonly Chunk[], order: number): string {
  const own = chunks[order];
  if (own === undefined) return "";
  let [first, last, length] = [order, order, own.text.length];
  const fits = (index: number) => {
    const chunk = chunks[index];
    return chunk?.section === own.section && length + chunk.text.length + 1 <= maxContextLength;
  };
  for (let grew = true; grew;) {
    grew = false;
    if (fits(last + 1)) {
      last += 1;
      length += (chunks[last]?.text.length ?? 0) + 1;
      grew = true;
    }
    if (fits(first - 1)) {
      first -= 1;
      length += (chunks[first]?.text.length ?? 0) + 1;
      grew = true;
    }
  }
  return chunks
    .slice(first, last + 1)
    .map((chunk) => chunk.text)
    .join("\n");
}

function marksOn(pdfPage: number, passages: readonly Passage[], chunks: readonly Chunk[]) {
  const isHere = (mark: Mark) => mark.pdfPage === pdfPage;
  return passages.flatMap((passage, index) => {
    const boxes = (chunks[index]?.marks ?? []).filter(isHere).map((mark) => mark.box);
    const { passageId, text, useImage } = passage;
    return boxes.length === 0 ? [] : [{ passageId, text, boxes, ...(useImage ? { useImage } : {}) }];
  });
}
