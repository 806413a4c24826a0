import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Inline } from "./blocks.ts";
import { parseAnswer } from "./parse.ts";

const text = (v: string): Inline => ({ t: "text", v });

test.each<[string, string, unknown]>([
  ["a paragraph", "Сайн уу", [{ t: "p", c: [text("Сайн уу")] }]],
  ["a citation", "Тийм [1].", [{ t: "p", c: [text("Тийм"), { t: "cite", n: 1 }, text(".")] }]],
  [
    "two citations in one bracket",
    "[1, 3]",
    [
      {
        t: "p",
        c: [
          { t: "cite", n: 1 },
          { t: "cite", n: 3 },
        ],
      },
    ],
  ],
  ["a citation dressed as a link", "[2](x)", [{ t: "p", c: [{ t: "cite", n: 2 }] }]],
  ["inline maths", "хурд $v = s/t$ юм", [{ t: "p", c: [text("хурд "), { t: "math", v: "v = s/t" }, text(" юм")] }]],
  ["displayed maths", "$$a^2$$", [{ t: "math", v: "a^2" }]],
  [
    "displayed maths over lines",
    "Томьёо:\n\n$$\na^2\n$$\n",
    [
      { t: "p", c: [text("Томьёо:")] },
      { t: "math", v: "a^2" },
    ],
  ],
  ["money, which is not maths", "$5 ба $6", [{ t: "p", c: [text("$5 ба $6")] }]],
  [
    "bold and maths that holds stars",
    "**нэг** $a*b*c$",
    [{ t: "p", c: [{ t: "strong", c: [text("нэг")] }, text(" "), { t: "math", v: "a*b*c" }] }],
  ],
  ["a heading", "## Тойм", [{ t: "h", c: [text("Тойм")] }]],
  ["a numbered list", "2. хоёр", [{ t: "list", start: 2, items: [[{ t: "p", c: [text("хоёр")] }]] }]],
  [
    "a table",
    "|a|b|\n|-|-|\n|1|2|",
    [{ t: "table", head: [[text("a")], [text("b")]], rows: [[[text("1")], [text("2")]]] }],
  ],
])("%s is understood", (_, markdown, blocks) => {
  expect(parseAnswer(markdown)).toEqual(blocks);
});

test("HTML stays text and links lose their address", () => {
  const shown = JSON.stringify(
    parseAnswer('<img src=x onerror="a()">\n\n[энд](https://evil.example) ![зураг](https://evil.example/x.png)'),
  );
  expect(shown).toContain("onerror");
  expect(shown).not.toContain("evil.example");
  expect(shown).toContain("зураг");
});

test("anything a model may write is parsed without a throw", () => {
  const pieces = fc.constantFrom(
    "$",
    "$$",
    "[1]",
    "**",
    "_",
    "|",
    "\n",
    "- ",
    "```",
    "<b>",
    "а",
    " ",
    "\\",
    "1. ",
    ">",
  );
  fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => Array.isArray(parseAnswer(parts.join("")))));
});
