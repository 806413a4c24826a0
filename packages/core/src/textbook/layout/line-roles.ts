import { recognisedFormulaFont } from "../recognise/words-to-items.ts";
import { formulaTrustedFrom, noiseUnder } from "../recognise/formula-line.ts";
import type { PageGeometry } from "./page-geometry.ts";
import { isLetters, type Line } from "./page-text.ts";
import { writeRuns } from "./write-runs.ts";

export const figureCaption = /^(?:Зураг|Рис\.|Figure)\s*\d/u;
/** Names by which Mongolian books number what a pupil has to do. */
export const exerciseStart = /^(?:Дасгал|Даалгавар|Бодлого|Асуулт|Сорил)\s*\d+[.:)]?/u;
export const exerciseTitle = /дасгал|даалгавар|бодлого|асуулт|сорил/iu;
export const glossaryTitle = /нэр томь[её]о|тайлбар толь|толь бичиг|glossary/iu;
export const listItem = /^(?:\d{1,2}[.)]|[а-яөүё]\)|[•●▪◦–—-])\s/u;
/** What a numbered line asks for when it asks without a question mark: "Зурж тайлбарла.", "Талуудыг ол." */
const asksToDo =
  /(?<!\p{L})(?:тайлбарла|ол|бод|зур|бич|харьцуул|тооцоол|тооц|нэрлэ|тодорхойл|гарга|батал|хувирга|задла|байгуул|илэрхийл|шалга|ажигла|ярилц|хэлэлц|сонго|нөх|хий)(?:[аоэө]{2}р[аоэө]й|г[аоэө]{2}р[аоэө]й|н[аоэө] [уү]{2})?[.!]?$/iu;
export const asks = (text: string): boolean => text.endsWith("?") || asksToDo.test(text);
const namedUnit =
  /^(?:Жишээ|Тодорхойлолт|Теорем|Мөрдлөгөө|Дүрэм|Туршилт|Анхаар|Санаарай|Бодолт|Хариу|Шийд|Баталгаа|Зураг|Хүснэгт)(?:\s*\d+(?:\.\d+)*)?[.:]/u;

/** A line that begins something of its own: an exercise, an item of a list, an example, a caption. */
export function startsUnit(text: string): boolean {
  return exerciseStart.test(text) || listItem.test(text) || namedUnit.test(text);
}

/** A displayed formula: alone in the middle of its column, with a sign of relation or a fraction, and hardly any words. */
export function isFormula(line: Line, geometry: PageGeometry): boolean {
  const text = writeRuns(line.runs);
  const isBuiltUp = line.runs.some((run) => !isLetters(run));
  if (text.length > 100 || !(isBuiltUp || /[=→⇒⇔≠≈≤≥<>]/u.test(text))) return false;
  if (/[.?!;]$/u.test(text) || startsUnit(text)) return false;
  const words = text.replace(/\$[^$]*\$/g, "").match(/\p{Script=Cyrillic}{2,}/gu) ?? [];
  if (words.length > 3) return false;
  const isIndented = line.x - geometry.left > 2.5 * line.size;
  return isIndented && (isBuiltUp || isCentred(line, geometry));
}

/** A line that character recognition took for maths; read well or not. */
export const isRecognisedFormula = ({ font }: Line): boolean => font === recognisedFormulaFont;

/**
 * A formula on a line of its own that recognition did not read without doubt. It knows no maths: a fraction falls to
 * pieces, `·` becomes a hyphen, an index a comma, all with fair confidence; and what it read with next to none was no text
 * at all. Maths with words around it stays text.
 */
export function isUnreadFormula(line: Line, geometry: PageGeometry): boolean {
  if (line.confidence === undefined) return false;
  const words = (writeRuns(line.runs).match(/[а-яёөү]{4,}/giu) ?? []).length;
  if (words <= 1 && line.confidence < noiseUnder) return true;
  const isMaths = (isRecognisedFormula(line) && words <= 1) || isFormula(line, geometry);
  return isMaths && line.confidence < formulaTrustedFrom;
}

/** In the middle of the page or of one of two columns. */
function isCentred(line: Line, { left, right }: PageGeometry): boolean {
  const middle = (line.x + line.x1) / 2;
  const width = right - left;
  const tolerance = Math.max(0.05 * width, 6);
  return [0.5, 0.24, 0.76].some((share) => Math.abs(middle - left - share * width) < tolerance);
}

/** Small words scattered inside a figure. */
export function isLabel(line: Line, geometry: PageGeometry): boolean {
  if (line.size > 0.88 * geometry.body) return false;
  const text = writeRuns(line.runs);
  return text.length < 45 && !figureCaption.test(text) && !/^Хүснэгт\s*\d/u.test(text);
}
