import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What the build needs to know about a printed book. Page numbers count from 1, as a PDF viewer shows them. */
export interface PrintedBook {
  /** Text of each page in stream order; a line end is "\n". */
  pages: string[];
  /** Headings in reading order with the PDF page where each stands. */
  headings: { title: string; pdfPage: number }[];
}

type OutlineNode = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getOutline"]>>[number];

export async function readPrintedBook(bytes: Uint8Array): Promise<PrintedBook> {
  // pdf.js refuses a Buffer and takes ownership of what it gets: hence a plain copy.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
  }
  const headings: PrintedBook["headings"] = [];
  const visit = async (nodes: OutlineNode[]): Promise<void> => {
    for (const node of nodes) {
      const destination = typeof node.dest === "string" ? await document.getDestination(node.dest) : node.dest;
      if (!destination) throw new Error(`The outline entry "${node.title}" leads nowhere`);
      headings.push({ title: tidy(node.title), pdfPage: (await document.getPageIndex(destination[0])) + 1 });
      await visit(node.items);
    }
  };
  await visit((await document.getOutline()) ?? []);
  await task.destroy();
  return { pages, headings };
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Text with spaces, line ends and every kind of hyphen removed, so that a phrase is found wherever its lines broke. */
export function squeeze(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s\u00AD\u2010-]+/g, "");
}
