import type { Block, Inline } from "./blocks.ts";

/** An answer as it is pasted into a notebook: without Markdown, citations and dollar signs; formulas as they are typed. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => textOf(block))
    .join("\n\n")
    .trim();
}

function textOf(block: Block): string {
  switch (block.t) {
    case "p":
    case "h":
      return lineOf(block.c);
    case "list":
      return block.items
        .map((item, position) => {
          const sign = block.start === undefined ? "-" : `${block.start + position}.`;
          return `${sign} ${item.map((part) => textOf(part)).join("\n")}`;
        })
        .join("\n");
    case "quote":
      return plainText(block.c);
    case "code":
    case "math":
      return block.v;
    case "table":
      // Tabs, so that it becomes a table again where it is pasted.
      return [block.head, ...block.rows].map((row) => row.map(lineOf).join("\t")).join("\n");
    case "hr":
      return "";
  }
}

function lineOf(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.t) {
        case "text":
        case "code":
        case "math":
          return node.v;
        case "cite":
          return "";
        case "br":
          return "\n";
        default:
          return lineOf(node.c);
      }
    })
    .join("");
}
