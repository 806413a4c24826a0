export type MathsProblem = "unclosed" | "empty" | "braces";

/** What is wrong with the maths of a text: `$…$` and `$$…$$` must close, hold something, and balance their braces. `\$` is a dollar. */
export function mathsProblem(text: string): MathsProblem | undefined {
  for (const { tex, isClosed } of formulasOf(text)) {
    if (!isClosed) return "unclosed";
    if (tex.trim() === "") return "empty";
    if (!hasBalancedBraces(tex)) return "braces";
  }
  return undefined;
}

/** Whether a position of the text lies inside a formula, its dollars included. */
export function isInsideMaths(text: string, position: number): boolean {
  return formulasOf(text).some(({ start, end }) => position > start && position < end);
}

interface Formula {
  readonly tex: string;
  readonly start: number;
  readonly end: number;
  readonly isClosed: boolean;
}

function formulasOf(text: string): Formula[] {
  const marks = [...text.matchAll(/\\.|\$\$|\$/gsu)].filter(([mark]) => mark.startsWith("$"));
  const formulas: Formula[] = [];
  for (let index = 0; index < marks.length; index += 1) {
    const open = marks[index];
    if (open === undefined) break;
    const contentStart = open.index + open[0].length;
    // `$$` right after `$` is an empty inline formula and the end of nothing else.
    const close = marks.findIndex((mark, at) => at > index && mark[0] === open[0]);
    const end = marks[close];
    if (end === undefined) {
      formulas.push({ tex: text.slice(contentStart), start: open.index, end: text.length, isClosed: false });
      break;
    }
    formulas.push({
      tex: text.slice(contentStart, end.index),
      start: open.index,
      end: end.index + end[0].length,
      isClosed: true,
    });
    index = close;
  }
  return formulas;
}

function hasBalancedBraces(tex: string): boolean {
  let depth = 0;
  for (const [brace] of tex.matchAll(/\\.|[{}]/gsu)) {
    if (brace === "{") depth += 1;
    if (brace === "}") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
