import { describe, expect, it } from "vitest";
import { buildLines } from "./build-lines.ts";
import { foldRules } from "./fold-rules.ts";
import type { Rule, TextItem } from "./page-text.ts";
import { displayLatex } from "./to-latex.ts";
import { writeRuns } from "./write-runs.ts";

/** `[text, x, y, width, size]` */
type Short = readonly [text: string, x: number, y: number, width: number, size?: number];
const items = (short: readonly Short[]): TextItem[] =>
  short.map(([text, x, y, width, size = 10]) => ({ text, x, y, width, size, font: "f1" }));
const texts = (short: readonly Short[]) => buildLines(items(short)).map((line) => writeRuns(line.runs));
const latex = (short: readonly Short[], rules: readonly Rule[]) =>
  buildLines(foldRules(items(short), rules)).map((line) => displayLatex(line.runs));

describe("buildLines", () => {
  it.each<[string, Short[], string[]]>([
    [
      "joins syllables that touch",
      [
        ["Ногоон ур", 0, 20, 50],
        ["га", 50, 20, 10],
        ["мал", 60, 20, 15],
      ],
      ["Ногоон ургамал"],
    ],
    [
      "keeps the space after ө ү ё",
      [
        ["Ньютоны", 0, 20, 40],
        [" ", 40, 20, 3],
        ["нөгөө үе", 43, 20, 40],
      ],
      ["Ньютоны нөгөө үе"],
    ],
    [
      "puts a space into a gap without one",
      [
        ["нэг", 0, 20, 15],
        ["хоёр", 18, 20, 20],
      ],
      ["нэг хоёр"],
    ],
    [
      "parts columns at a wide gap",
      [
        ["зүүн", 0, 20, 20],
        [" ", 20, 20, 80],
        ["баруун", 100, 20, 30],
      ],
      ["зүүн", "баруун"],
    ],
    [
      "lowers indices",
      [
        ["6CO", 0, 20, 20],
        ["2", 20, 22, 4, 7],
      ],
      ["6CO₂"],
    ],
    [
      "raises exponents",
      [
        ["м/с", 0, 20, 15],
        ["2", 15, 16, 4, 7],
        [" өгнө", 19, 20, 20],
      ],
      ["м/с² өгнө"],
    ],
    [
      "knows an index that a producer tore apart",
      [
        ["H", 0, 20, 8],
        ["1", 8, 22, 4, 7],
        ["2O", 12, 20, 14],
        ["6", 26, 22, 4, 7],
      ],
      ["H₁₂O₆"],
    ],
    [
      "writes an index of letters as LaTeX",
      [
        ["v", 0, 20, 6],
        ["дундаж", 6, 22, 20, 7],
        [" = 5", 26, 20, 15],
      ],
      ["$v_{\\text{дундаж}}$ = 5"],
    ],
    [
      "lets a footnote's number begin a line",
      [
        ["1", 0, 16, 4, 6],
        ["Кнут", 4, 20, 20],
      ],
      ["¹Кнут"],
    ],
    [
      "drops pieces of tall brackets",
      [
        ["⎧", 0, 20, 4],
        ["x + y = 7", 10, 20, 40],
      ],
      ["x + y = 7"],
    ],
    ["reads mathematical letters as letters", [["𝑣 = 𝑠", 0, 20, 30]], ["v = s"]],
  ])("%s", (_what, short, expected) => {
    expect(texts(short)).toEqual(expected);
  });

  it("sees a fraction even where no bar is known", () => {
    const short: Short[] = [
      ["v =", 0, 20, 15],
      [" ", 15, 20, 3],
      ["s", 20, 13, 6],
      ["t", 20, 28, 6],
    ];
    expect(texts(short)).toEqual(["v = $\\frac{s}{t}$"]);
  });

  it("takes two lines of a table cell for no fraction", () => {
    const short: Short[] = [
      ["хамаарахгүй", 0, 20, 50],
      ["нэг дэх", 62, 13, 30],
      ["мөр нь", 62, 27, 30],
    ];
    expect(texts(short)).not.toContain("хамаарахгүй $\\frac{нэг дэх}{мөр нь}$");
    expect(texts(short).join()).not.toContain("frac");
  });
});

describe("foldRules", () => {
  it("builds the root formula of the quadratic equation", () => {
    const short: Short[] = [
      ["x =", 0, 20, 15],
      ["−b ±", 20, 12, 22],
      ["√", 44, 12, 8],
      ["b", 52, 12, 6],
      ["2", 58, 9, 4, 7],
      [" − 4ac", 62, 12, 30],
      ["2a", 50, 29, 12],
    ];
    const rules = [
      { x: 20, x1: 93, y: 17 },
      { x: 52, x1: 92, y: 3.5 },
    ];
    expect(latex(short, rules)).toEqual(["x = \\frac{-b \\pm \\sqrt{b^{2} - 4ac}}{2a}"]);
  });

  it("lets a fraction begin the line", () => {
    expect(
      latex(
        [
          ["s", 0, 12, 6],
          ["t", 0, 28, 6],
          ["= v", 10, 20, 15],
        ],
        [{ x: 0, x1: 6, y: 17 }],
      ),
    ).toEqual(["\\frac{s}{t} = v"]);
  });

  it.each<[string, Rule]>([
    ["the border of a cell", { x: 0, x1: 150, y: 17 }],
    ["an underline", { x: 0, x1: 60, y: 14 }],
  ])("leaves text at %s alone", (_what, rule) => {
    const short: Short[] = [
      ["гарчиг мөр", 0, 12, 60],
      ["доод", 100, 28, 24],
    ];
    expect(foldRules(items(short), [rule])).toEqual(items(short));
  });
});

describe("displayLatex", () => {
  it.each([
    ["F = m · a", "F = m \\cdot a"],
    ["x₁ + x₂ = −p", "x_{1} + x_{2} = -p"],
    ["ax² + bx + c = 0, a ≠ 0", "ax^{2} + bx + c = 0, a \\neq 0"],
    ["x = √D", "x = \\sqrt{D}"],
    ["Q = c · m · Δt", "Q = c \\cdot m \\cdot \\Delta t"],
    ["нийт зам = 5", "\\text{нийт зам} = 5"],
    ["100 %", "100 \\%"],
  ])("writes %s", (text, expected) => {
    expect(displayLatex([{ at: "base", text }])).toBe(expected);
  });

  it("sets chemistry upright", () => {
    const runs = [
      { at: "base", text: "6CO" },
      { at: "sub", text: "2" },
      { at: "base", text: " → C" },
      { at: "sub", text: "6" },
    ] as const;
    expect(displayLatex(runs)).toBe("6\\mathrm{CO}_{2} \\rightarrow \\mathrm{C}_{6}");
  });
});
