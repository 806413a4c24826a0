import { expect, test } from "vitest";
import { parseAnswer } from "./parse.ts";
import { plainText } from "./plain-text.ts";

test.each([
  [
    "citations and emphasis go",
    "**Фотосинтез** бол *үйл явц* [1]. Дараа нь [2, 3].",
    "Фотосинтез бол үйл явц. Дараа нь.",
  ],
  ["formulas lose their dollars", "Урвал: $6CO_2 + 6H_2O$ [1].\n\n$$x^2$$", "Урвал: 6CO_2 + 6H_2O.\n\nx^2"],
  ["lists keep their signs", "- нэг [1]\n- хоёр\n\n3. гурав\n4. дөрөв", "- нэг\n- хоёр\n\n3. гурав\n4. дөрөв"],
  ["quotes and headings are their words", "## Гарчиг\n\n> ишлэл [1]", "Гарчиг\n\nишлэл"],
  ["a table becomes one where it is pasted", "| а | б |\n|---|---|\n| 1 | $x$ |", "а\tб\n1\tx"],
])("%s", (_, markdown, plain) => {
  expect(plainText(parseAnswer(markdown))).toBe(plain);
});
