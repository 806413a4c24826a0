import { Lexer, type Token, type Tokens } from "marked";
import type { Block, Inline } from "./blocks.ts";

const tokenizerOf = (level: "block" | "inline", pattern: RegExp) => (source: string) => {
  const found = pattern.exec(source);
  const text = found?.[1] ?? found?.[2];
  return found && text ? { type: `${level}-math`, raw: found[0], text: text.trim() } : undefined;
};

// `$5 and $6` is money, not maths: no space inside the dollars, no digit after the closing one.
const inlineMath = /^(?:\$\$([^$]+?)\$\$|\$(?!\s)((?:\\.|[^$\\\n])+?)(?<!\s)\$(?!\d))/;
const blockMath = /^\$\$([^$]+?)\$\$(?:\n|$)/;

const inlineTokenizer = tokenizerOf("inline", inlineMath);
const blockTokenizer = tokenizerOf("block", blockMath);

const options = {
  gfm: true,
  extensions: {
    renderers: {},
    childTokens: {},
    inline: [inlineTokenizer],
    block: [blockTokenizer],
    startInline: [(source: string) => source.indexOf("$")],
    startBlock: [(source: string) => source.search(/(?:^|\n)\$\$/)],
  },
} as unknown as ConstructorParameters<typeof Lexer>[0];

/** Parses an answer: Markdown with `$…$` maths and `[1]` citations. Links keep their words only, images their description. */
export function parseAnswer(markdown: string): Block[] {
  return blocksOf(new Lexer(options).lex(markdown));
}

const blocksOf = (tokens: readonly Token[]): Block[] => tokens.flatMap((token) => blockOf(token));

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case "space":
    case "def":
      return [];
    case "heading":
      return [{ t: "h", c: inlinesOf((token as Tokens.Heading).tokens) }];
    case "list":
      return [listOf(token as Tokens.List)];
    case "blockquote":
      return [{ t: "quote", c: blocksOf((token as Tokens.Blockquote).tokens) }];
    case "code":
      return [{ t: "code", v: (token as Tokens.Code).text }];
    case "block-math":
      return [{ t: "math", v: (token as Tokens.Text).text }];
    case "hr":
      return [{ t: "hr" }];
    case "table":
      return [tableOf(token as Tokens.Table)];
    case "paragraph":
    case "text":
      return [paragraphOf(token as Tokens.Paragraph | Tokens.Text)];
    default:
      // Raw HTML and whatever else: shown as the text it is.
      return [{ t: "p", c: [{ t: "text", v: token.raw }] }];
  }
}

/** A paragraph that is one displayed formula is a formula. */
function paragraphOf(token: Tokens.Paragraph | Tokens.Text): Block {
  const [only, ...others] = token.tokens ?? [];
  if (only?.type === "inline-math" && others.length === 0 && only.raw.startsWith("$$")) {
    return { t: "math", v: (only as Tokens.Text).text };
  }
  return { t: "p", c: inlinesOf(token.tokens ?? [token]) };
}

function listOf({ ordered, start, items }: Tokens.List): Block {
  return {
    t: "list",
    ...(ordered && { start: start === "" ? 1 : start }),
    items: items.map((item) => blocksOf(item.tokens)),
  };
}

function tableOf({ header, rows }: Tokens.Table): Block {
  const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => inlinesOf(cell.tokens));
  return { t: "table", head: cells(header), rows: rows.map(cells) };
}

const inlinesOf = (tokens: readonly Token[]): Inline[] => tokens.flatMap((token) => inlineOf(token));

function inlineOf(token: Token): Inline[] {
  switch (token.type) {
    case "strong":
    case "em":
    case "del":
      return [{ t: token.type, c: inlinesOf((token as Tokens.Strong).tokens) }];
    case "codespan":
      return [{ t: "code", v: (token as Tokens.Codespan).text }];
    case "inline-math":
      return [{ t: "math", v: (token as Tokens.Text).text }];
    case "br":
      return [{ t: "br" }];
    case "link": {
      const link = token as Tokens.Link;
      // `[1](…)` is a citation that a model decorated.
      return /^\d+$/.test(link.text) ? citationsIn(`[${link.text}]`) : inlinesOf(link.tokens);
    }
    case "text":
    case "escape": {
      const text = token as Tokens.Text;
      return text.tokens ? inlinesOf(text.tokens) : citationsIn(text.text);
    }
    case "image":
      return [{ t: "text", v: (token as Tokens.Image).text }];
    default:
      return [{ t: "text", v: token.raw }];
  }
}

/** Splits `[1]`, `[1, 3]` and `[1][2]` out of a text. */
function citationsIn(text: string): Inline[] {
  const nodes: Inline[] = [];
  let from = 0;
  for (const found of text.matchAll(/\[(\d{1,2}(?:\s*,\s*\d{1,2})*)\]/g)) {
    // The chip brings its own gap; with the space before it too, the full stop after it would stand alone.
    const before = text.slice(from, found.index).trimEnd();
    if (before) nodes.push({ t: "text", v: before });
    for (const number of found[1]?.split(",") ?? []) nodes.push({ t: "cite", n: Number(number) });
    from = found.index + found[0].length;
  }
  if (from < text.length) nodes.push({ t: "text", v: text.slice(from) });
  return nodes;
}
