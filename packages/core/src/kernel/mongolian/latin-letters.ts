/** One way to read some Latin letters: the Cyrillic, and how unlikely that is (0 is the usual reading). */
export interface LetterReading {
  readonly cyrillic: string;
  readonly cost: number;
}

const usual = (cyrillic: string): readonly LetterReading[] => [{ cyrillic, cost: 0 }];
const either = (...readings: readonly [string, number][]): readonly LetterReading[] =>
  readings.map(([cyrillic, cost]) => ({ cyrillic, cost }));

/**
 * Latin letters as Mongolians type them: the chat habit (h, c, y), the passport standard MNS 5217:2012 (kh, ts, u for ө)
 * and English spellings of terms (ph, x, ck). Longest match first. Pairs that the search key folds together anyway
 * (е/э, и/й/ы/ь, у/ү, о/ө) have one reading.
 */
export const latinLetters: Readonly<Record<string, readonly LetterReading[]>> = {
  shch: usual("щ"),
  tch: usual("ч"),
  sch: usual("ш"),
  kh: usual("х"),
  gh: usual("г"),
  sh: usual("ш"),
  ch: usual("ч"),
  zh: usual("ж"),
  dj: usual("ж"),
  ph: usual("ф"),
  th: usual("т"),
  ck: usual("к"),
  ts: either(["ц", 0], ["тс", 2]),
  tz: usual("ц"),
  dz: either(["з", 0], ["дз", 2]),
  ya: usual("я"),
  ye: usual("е"),
  yo: usual("ё"),
  yu: usual("ю"),
  ew: either(["эв", 0], ["ью", 2]),
  vv: usual("үү"),
  uu: usual("уу"),
  a: usual("а"),
  b: usual("б"),
  c: either(["ц", 0], ["к", 1], ["с", 2]),
  d: usual("д"),
  e: usual("э"),
  f: usual("ф"),
  g: usual("г"),
  h: usual("х"),
  i: usual("и"),
  j: usual("ж"),
  k: usual("к"),
  l: usual("л"),
  m: usual("м"),
  n: usual("н"),
  o: usual("о"),
  p: usual("п"),
  q: either(["ч", 0], ["к", 1]),
  r: usual("р"),
  s: usual("с"),
  t: usual("т"),
  // The passport standard writes ө as u (Khuvsgul, Umnugovi).
  u: either(["у", 0], ["ө", 1]),
  w: usual("в"),
  x: either(["х", 0], ["кс", 1]),
  z: usual("з"),
  "'": usual("ь"),
};

/** v and y stand for a consonant or й beside a vowel, and for the vowel they look like elsewhere (hvn, gyrav). */
export const vBesideVowel: readonly LetterReading[] = either(["в", 0], ["ү", 2]);
export const vAlone: readonly LetterReading[] = either(["ү", 0], ["в", 1]);
export const yAfterVowel: readonly LetterReading[] = usual("й");
export const yAlone: readonly LetterReading[] = either(["ы", 0], ["ү", 1]);
export const yFirst: readonly LetterReading[] = either(["ү", 0], ["й", 1]);
