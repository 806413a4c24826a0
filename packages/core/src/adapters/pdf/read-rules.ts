import { OPS, type PDFPageProxy, Util } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Rule } from "../../textbook/layout/page-text.ts";

type Matrix = number[];

/** Thin horizontal lines drawn on a page: fraction bars and roots' roofs among them. */
export async function readRules(page: PDFPageProxy, viewport: readonly number[]): Promise<Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [...viewport];
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] as unknown[] | null;
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = Util.transform(matrix, args) as Matrix;
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      const own = args?.[0];
      if (Array.isArray(own)) matrix = Util.transform(matrix, own as number[]) as Matrix;
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.constructPath) {
      const bounds = args?.[2];
      const rule = ArrayBuffer.isView(bounds) ? thinLine(bounds as Float32Array, matrix) : undefined;
      if (rule) rules.push(rule);
    }
  });
  return rules;
}

function thinLine(bounds: Float32Array, matrix: Matrix): Rule | undefined {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bounds;
  const [left, top] = apply(matrix, x0, y0);
  const [right, bottom] = apply(matrix, x1, y1);
  const width = Math.abs(right - left);
  const height = Math.abs(bottom - top);
  if (height > 1.5 || width < 3 || !Number.isFinite(width)) return undefined;
  return { x: Math.min(left, right), x1: Math.max(left, right), y: (top + bottom) / 2 };
}

function apply([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
