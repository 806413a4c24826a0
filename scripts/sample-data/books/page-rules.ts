import type { SampleBook } from "./catalogue.ts";

const accents: Record<SampleBook["subject"], string> = {
  biology: "#1f6b45",
  physics: "#1d4f8c",
  mathematics: "#8a2f4f",
  "natural-science": "#a4540f",
};

/**
 * Page size, running heads (book left, chapter right) and printed page numbers.
 * Chromium knows no `string-set` and never resets `page`: hence a named page per chapter and a counter of our own.
 */
export function pageRules(book: SampleBook, chapters: string[]): string {
  const head =
    "font: 8pt 'Noto Sans', sans-serif; color: #5c6661; vertical-align: bottom; padding-bottom: 1.5mm; margin-bottom: 5mm; white-space: nowrap;";
  const rule = `border-bottom: 0.6pt solid ${accents[book.subject]};`;
  const rules = chapters.map(
    (title, index) => `@page chapter-${index + 1} {
      counter-increment: printed;
      @top-left { content: ${JSON.stringify(book.title)}; ${head} ${rule} text-align: left; }
      @top-right { content: ${JSON.stringify(title)}; ${head} ${rule} text-align: right; }
      @bottom-center { content: counter(printed); font: 9pt 'Noto Sans', sans-serif; color: ${accents[book.subject]}; padding-bottom: 4mm; }
    }`,
  );
  return `@page { size: 165mm 235mm; margin: 24mm 18mm 22mm; }\n${rules.join("\n")}`;
}
