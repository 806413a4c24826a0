// These functions run inside the browser page: each must stand alone, without imports or outer names.

export interface Heading {
  title: string;
  level: 1 | 2;
}

/** Chapters and numbered sections, as the contents page lists them. */
export function listHeadings(): Heading[] {
  return [...document.querySelectorAll<HTMLElement>(".chapter h1, .chapter h2, .glossary h1")].map((heading) => ({
    title: (heading.textContent ?? "").replace(/\s+/g, " ").trim(),
    level: heading.tagName === "H1" ? 1 : 2,
  }));
}

/** Names the page of each chapter after its place, so that page rules can carry its running head; returns the titles. */
export function nameChapterPages(): string[] {
  return [...document.querySelectorAll<HTMLElement>(".chapter, .glossary")].map((chapter, index) => {
    chapter.style.setProperty("page", `chapter-${index + 1}`);
    return (chapter.querySelector("h1")?.textContent ?? "").replace(/\s+/g, " ").trim();
  });
}

export function fillContents(lines: (Heading & { page: number })[]): void {
  const list = document.querySelector(".contents ol");
  if (!list) throw new Error("The book has no contents list");
  list.replaceChildren(
    ...lines.map(({ title, level, page }) => {
      const line = document.createElement("li");
      if (level === 1) line.className = "chapter-line";
      const parts = [title, ".".repeat(120), String(page)].map((text) => {
        const part = document.createElement("span");
        part.textContent = text;
        return part;
      });
      parts[1]?.classList.add("dots");
      line.append(...parts);
      return line;
    }),
  );
}

/** Texts of the paragraphs that may be hyphenated, in document order; given replacements, writes them back. */
export function prose(replacements: string[] | null): string[] {
  const texts: string[] = [];
  for (const block of document.querySelectorAll(".chapter p:not(.formula), .chapter li, .glossary dd")) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest("dfn, svg, math, li p")) continue;
      const replacement = replacements?.[texts.length];
      if (replacement !== undefined) node.nodeValue = replacement;
      texts.push(node.nodeValue ?? "");
    }
  }
  return texts;
}
