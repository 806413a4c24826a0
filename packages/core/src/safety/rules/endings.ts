/**
 * Endings of Mongolian by sound (long vowels shortened, э as е, ө as о, й and ы as и; V is а, е or о), up to three in a row:
 * plural, case, possession, tense, wish, causation, negation. One of a single letter may only stand last, or амьтан would be
 * амь-т-а-н.
 */
const mongolianEndings = [
  "ууд|уд|чууд|чуд|нууд|нуд|нар",
  "ин|иин|ни|иг|ги|гиин|нд|Vд|Vс|гVс|нVс|Vр|гVр|тVи|таи|теи|тои|руу|луу|ру|лу|гуи",
  "гV|нV|ха|хан|хен|хо",
  "Vх|их|хV|сVн|Vсн|Vсан|Vсен|Vсон|сн|сVнV|лV|Vлаа|жVе|же|ж|Vж|Vч|иж|Vд|гVд|иад|дVг|дг|Vдг|Vдаг|Vв|ив",
  "вVл|Vвал|Vвел|Vвол|бVл|мVр|Vмар|Vмор|Vмер|имар|имер|мVг|сVр|тVл|магц|ъиа|иа|ие|ио|иV|Vиа",
  "уул|ул|уулах|улах|лга|лге|лго|гд|лц|лд|чих|чк|цгV|Vраи|Vреи|Vроои|Vрои|гтун|гч|лт|мж",
]
  .join("|")
  .replaceAll("V", "[аео]");
const mongolian = new RegExp(`^(?=.)(?:${mongolianEndings}){0,3}(?:[аеогндтхжчвли]|[дт][аео])?$`, "u");
const english = /^(?:s|es|ed|d|ing|in|er|ers|r|rs|ly|y|e|n|en|ings|ion|ions|ist|ists|ism|ty|ies|ied)$/;
/** Longer rests are another word, whatever they end in. */
const longestRest = 14;

/** Whether what follows a word is nothing but endings of its language. */
export function areEndings(rest: string, language: "cyrillic" | "latin"): boolean {
  if (rest.length > longestRest) return false;
  return language === "latin" ? english.test(rest) : mongolian.test(rest);
}
