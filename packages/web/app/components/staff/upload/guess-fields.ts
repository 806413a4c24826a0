import { soundKey } from "@ukhaan/core/kernel/mongolian";
import type { Subject } from "@ukhaan/core/textbook/schema";

/** What a file's name tells about its book; what it doesn't tell is left out. */
export interface GuessedFields {
  readonly title: string;
  readonly subject?: Subject;
  readonly grade?: number;
  readonly year?: number;
  readonly edition?: number;
}

/** Beginnings of words that name a subject, in the ways files are named. */
const subjectWords: readonly (readonly [Subject, readonly string[]])[] = [
  ["mongolian-script", ["үндэсний бичиг", "undesnii bichig", "монгол бичиг", "mongol bichig"]],
  ["literature", ["уран зохиол", "uran zohiol", "literature"]],
  ["natural-science", ["байгалийн ухаан", "baigaliin uhaan", "байгаль", "science"]],
  ["social-studies", ["нийгэм", "нийгмийн ухаан", "niigem", "niigmiin"]],
  ["mathematics", ["математик", "matematik", "math", "алгебр", "геометр"]],
  ["physics", ["физик", "fizik", "physics"]],
  ["chemistry", ["хими", "khimi", "chemistry"]],
  ["biology", ["биологи", "biologi", "biology"]],
  ["geography", ["газарзүй", "газар зүй", "gazarzui", "gazar zui", "geography"]],
  ["informatics", ["мэдээлэл", "medeelel", "informatic"]],
  ["english", ["англи", "angli", "english"]],
  ["russian", ["орос", "oros", "russian"]],
  ["health", ["эрүүл мэнд", "eruul mend", "health"]],
  ["design-technology", ["дизайн", "технологи", "design", "technolog"]],
  ["history", ["түүх", "tuuh", "tuukh", "history"]],
  ["mongolian", ["монгол хэл", "mongol hel", "mongol khel"]],
];

const romans = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
/** Cyrillic letters that stand for Roman numerals on a Mongolian keyboard. */
const romanTwins: Readonly<Record<string, string>> = { х: "x", і: "i", в: "v" };

/** Reads a file's name: «Физик-8_2019.pdf» is physics of grade 8, of 2019. */
export function guessFields(fileName: string): GuessedFields {
  const text = fileName
    .normalize("NFC")
    .replace(/\.pdf$/i, "")
    .replace(/[_\s]+/g, " ")
    .trim();
  const words = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  const year = words.map(Number).find((value) => value >= 1990 && value <= 2100);
  const edition = numberAt(text, "edition", "хэвлэл|hevlel|khevlel");
  const subject = subjectOf(words);
  const grade = gradeOf(text, words, edition);
  return {
    title: titleOf(text, year),
    ...(subject === undefined ? {} : { subject }),
    ...(grade === undefined ? {} : { grade }),
    ...(year === undefined ? {} : { year }),
    ...(edition === undefined ? {} : { edition }),
  };
}

function subjectOf(words: readonly string[]): Subject | undefined {
  const heard = ` ${words.map(soundKey).join(" ")}`;
  return subjectWords.find(([, names]) =>
    names.some((name) => heard.includes(` ${name.split(" ").map(soundKey).join(" ")}`)),
  )?.[0];
}

function gradeOf(text: string, words: readonly string[], edition: number | undefined): number | undefined {
  const named = numberAt(text, "grade", "анги|angi");
  if (named !== undefined && named <= 12) return named;
  const roman = words
    .map((word) => romans.indexOf(word.replace(/[хів]/gu, (letter) => romanTwins[letter] ?? letter)))
    .find((value) => value > 0);
  const plain = words.filter((word) => /^\d{1,2}$/.test(word)).map(Number);
  return plain.find((value) => value >= 1 && value <= 12 && value !== edition) ?? roman;
}

/** The number that stands behind an English word («Grade 8») or in front of a Mongolian one: «8-р анги», `8r angi`. */
function numberAt(text: string, english: string, mongolian: string): number | undefined {
  const behind = new RegExp(`${english}[-\\s]*(\\d{1,2})(?!\\d)`, "iu").exec(text)?.[1];
  const before = new RegExp(`(?<!\\d)(\\d{1,2})[-–\\s]*\\p{L}{0,6}[-\\s]*(?:${mongolian})`, "iu").exec(text)?.[1];
  const found = behind ?? before;
  return found === undefined ? undefined : Number(found);
}

/** The name as it is, without the year and what joins its words. */
function titleOf(text: string, year: number | undefined): string {
  const withoutYear = year === undefined ? text : text.replace(new RegExp(`[(\\[]?${year}(?:\\s*он)?[)\\]]?`, "u"), "");
  return withoutYear
    .replace(/[-\s]+/g, " ")
    .trim()
    .slice(0, 200);
}
