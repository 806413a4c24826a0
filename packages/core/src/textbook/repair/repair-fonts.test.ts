import * as fc from "fast-check";
import { expect, test } from "vitest";
import { corruptions } from "../../../../../tests/evals/text-layer-corruptions.ts";
import { type FontRun, repairFonts } from "./repair-fonts.ts";

const sentences = [
  "Фотосинтезийн явцад нүүрсхүчлийн хий болон уснаас глюкоз үүсэж, хүчилтөрөгч ялгарна.",
  "Үйл явцыг дараах ерөнхий тэгшитгэлээр илэрхийлдэг. Өдөр ургамал амьсгалахын зэрэгцээ усаа ууршуулна.",
  "Биеийн олж авах хурдатгал үйлчилж буй хүчтэй шууд, масстай урвуу хамааралтай байна.",
  "Чоно, чацаргана хоёрын аль нь ч загас биш. Жишээ № 5: ус 100 °C-д буцална, 1 м³ агаар 1,29 кг.",
  "Хөдөлгөөний тоо хэмжээ нь биеийн масс ба хурдны үржвэр юм: p = m · v, a ≠ 0, 3 × 4 = 12, 8 ÷ 2 = 4.",
  "Хоёр ёроол, ТОМЬЁО, ӨДӨР, ҮНДЭС, ХҮҮХЭД.",
];
const english = [
  "The Gödel number of a café is naïve; résumé, Zürich and Ångström are spelt with accents.",
  "Newton's second law: F = ma. DNA, CO₂ and H₂O are formulas; x² + y² = r², α + β = 180°.",
];
const run = (text: string, font = "f1"): FontRun => ({ font, text });
const repaired = (...texts: string[]) => repairFonts(texts.map((text) => run(text))).runs.map(({ text }) => text);

test.each(Object.keys(corruptions))("text damaged by %s comes back", (name) => {
  const corrupt = corruptions[name] ?? ((text: string) => text);
  const lines = sentences.flatMap((sentence) => [corrupt(sentence), ""]);
  expect(repaired(...lines).filter((text) => text !== "")).toEqual(sentences);
});

test("a text cut to syllables is repaired like the whole one, run by run", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 60 }), (lengths) => {
      const whole = sentences.join(" ");
      const pieces: string[] = [];
      for (let at = 0, turn = 0; at < whole.length; turn += 1) {
        const length = lengths[turn % lengths.length] ?? 1;
        pieces.push(whole.slice(at, at + length));
        at += length;
      }
      const corrupt = corruptions["cp1251"] ?? ((text: string) => text);
      expect(repaired(...pieces.map(corrupt))).toEqual(pieces);
    }),
    { numRuns: 30 },
  );
});

test("clean Mongolian, English, mixed text and formulas come back as they were", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...sentences, ...english], { minLength: 1 }), fc.boolean(), (lines, oneFont) => {
      const runs = lines.map((text, at) => run(text, oneFont ? "f" : `f${at}`));
      const { runs: after, repair } = repairFonts(runs);
      expect(after).toEqual(runs);
      expect(repair).toBe("none");
    }),
    { numRuns: 60 },
  );
});

test("any text keeps its number of runs, and repair never throws", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ font: fc.constantFrom("a", "b"), text: fc.string({ unit: "binary" }) })),
      (runs) => {
        expect(repairFonts(runs).runs).toHaveLength(runs.length);
      },
    ),
    { numRuns: 300 },
  );
});

test("each font is judged by itself: a clean and a damaged one stand on one page", () => {
  const damaged = corruptions["cp1251"]?.(sentences[0] ?? "") ?? "";
  const { runs, repair } = repairFonts([
    run(sentences[1] ?? "", "clean"),
    run("", "clean"),
    run(damaged, "old"),
    run("", "old"),
    run("naïve café", "latin"),
  ]);
  expect(runs.map(({ text }) => text)).toEqual([sentences[1], "", sentences[0], "", "naïve café"]);
  expect(repair).toBe("cp1251");
});

test("a heading's few letters follow the page's other fonts", () => {
  const corrupt = corruptions["cp1251"] ?? ((text: string) => text);
  const { runs } = repairFonts([run(corrupt("Ус"), "bold"), run("", "bold"), run(corrupt(sentences[2] ?? ""), "body")]);
  expect(runs[0]?.text).toBe("Ус");
});

test("Russian and Ukrainian stay what they are", () => {
  const russian = "Для учеников восьмого класса. Электрический ток есть упорядоченное движение частиц.";
  const ukrainian = "Їхні діти їдять свій обід, а її сестра є вчителькою і має інші справи.";
  expect(repaired(russian, "", ukrainian)).toEqual([russian, "", ukrainian]);
});

test("a variable in a formula's font beside a word is no look-alike", () => {
  const runs = [run(sentences[2] ?? "", "body"), run("коэффициент", "body"), run("a", "italic"), run("нь", "body")];
  expect(repairFonts(runs).runs).toEqual(runs);
});
