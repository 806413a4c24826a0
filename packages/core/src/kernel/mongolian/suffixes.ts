/**
 * Endings of Khalkha Mongolian by sound: э as е, ө as о, ү as у, й and ы as и (so -ын is `ин`, -ийн is `иин`).
 * Vowel length is kept: it tells the instrumental -аар from the -ар of чанар.
 */
export interface SuffixRule {
  readonly endings: readonly string[];
  /** Letters that must remain. */
  readonly keep: number;
  /** What must stand before the ending, see `stem`. */
  readonly after?: "vowel" | "consonant" | "long" | "diphthong" | "н" | "soft" | "hard";
}

/** Vowel harmony after folding: each `A` becomes а, е and о. */
function harmonic(...patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) => ["а", "е", "о"].map((vowel) => pattern.replaceAll("A", vowel)));
}

/** Participles: verb forms that take cases like a noun (байхад, болсноор). */
export const participleEndings: readonly SuffixRule[] = [
  { endings: [...harmonic("AсAн"), "исан", "исен", ...harmonic("сAн")], keep: 2 },
  { endings: [...harmonic("Aсн", "сн")], keep: 3 },
  { endings: [...harmonic("AдAг"), "идаг", "идег", ...harmonic("дAг")], keep: 2 },
  { endings: [...harmonic("Aдг"), "идг", "дг"], keep: 3 },
  { endings: [...harmonic("Aх"), "их"], keep: 2, after: "consonant" },
  { endings: ["х"], keep: 2, after: "long" },
];

/** One layer of verb endings: negation, tense, participle, converb. */
export const verbEndings: readonly SuffixRule[] = [
  { endings: [...harmonic("сAнгуи", "дAггуи", "Aхгуи", "гAAгуи", "AAгуи"), "ихгуи", "хгуи"], keep: 2 },
  { endings: ["жее", "чее", "жаи", "чаи"], keep: 2, after: "vowel" },
  { endings: harmonic("лAA"), keep: 3, after: "consonant" },
  ...participleEndings.slice(0, 4),
  { endings: harmonic("гAAд"), keep: 2, after: "vowel" },
  { endings: [...harmonic("AAд"), "иад", "иед"], keep: 2, after: "consonant" },
  {
    endings: [
      ...harmonic("AвAл", "AбAл", "вAл", "бAл", "AмAAр", "мAAр", "AмAгц", "мAгц", "сAAр", "тAл"),
      "ивал",
      "ивел",
    ],
    keep: 3,
  },
  { endings: harmonic("нA"), keep: 2, after: "consonant" },
  { endings: harmonic("нA"), keep: 2, after: "long" },
  ...participleEndings.slice(4),
  { endings: [...harmonic("Aв"), "ив"], keep: 3 },
  { endings: ["иж", "ж"], keep: 3 },
];

/** «Own»: the outermost ending of a noun, alone or grown together with its case. */
export const reflexiveEndings: readonly SuffixRule[] = [
  { endings: [...harmonic("инхAA", "иинхAA", "нхAA"), "иинх", "инх"], keep: 3 },
  { endings: [...harmonic("нAAсAA", "гAAсAA", "AAсAA", "гAAрAA", "AAрAA", "таигAA", "теигAA", "тоигAA")], keep: 3 },
  { endings: harmonic("дAA", "тAA", "иигAA", "игAA"), keep: 3 },
  { endings: harmonic("гAA"), keep: 3, after: "long" },
  { endings: harmonic("AA"), keep: 3, after: "consonant" },
];

export const caseEndings: readonly SuffixRule[] = [
  { endings: harmonic("нAAс"), keep: 2 },
  { endings: [...harmonic("гAAс", "гAAр"), "гиин"], keep: 2, after: "long" },
  { endings: [...harmonic("AAс", "AAр"), "иас", "иес", "иар", "иер"], keep: 2, after: "consonant" },
  { endings: ["таи", "теи", "тои", "гуи", "руу", "луу"], keep: 2 },
  { endings: ["иин", "ииг"], keep: 2, after: "consonant" },
  { endings: ["ин", "иг"], keep: 3, after: "consonant" },
  { endings: ["ни"], keep: 2, after: "consonant" },
  { endings: ["ии", "и"], keep: 3, after: "н" },
  { endings: ["г", "н"], keep: 3, after: "diphthong" },
  { endings: ["г"], keep: 3, after: "long" },
  { endings: ["нд", ...harmonic("Aнд")], keep: 3 },
  { endings: harmonic("Aд"), keep: 2, after: "consonant" },
  { endings: ["д"], keep: 3, after: "soft" },
  { endings: ["т"], keep: 3, after: "hard" },
];

export const pluralEndings: readonly SuffixRule[] = [
  { endings: ["нууд", "гууд"], keep: 2, after: "long" },
  { endings: ["чууд", "иуд"], keep: 2 },
  { endings: ["ууд"], keep: 2, after: "consonant" },
  { endings: ["чид", "чд"], keep: 3 },
];

/** Voices of the verb that a question and its answer may differ by (хуваах, хуваагдах, хуваалцах). */
export const voiceEndings: readonly SuffixRule[] = [{ endings: ["гд", "уул", "лц"], keep: 3 }];
