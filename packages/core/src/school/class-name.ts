const latinTwins: Readonly<Record<string, string>> = {
  A: "А",
  B: "В",
  C: "С",
  E: "Е",
  H: "Н",
  K: "К",
  M: "М",
  O: "О",
  P: "Р",
  T: "Т",
  X: "Х",
  Y: "У",
};

/** What makes two class names the same: «8А», «8 а», «8-А» and «8A» in Latin letters are one class. */
export function classNameKey(name: string): string {
  return Array.from(name.normalize("NFC").toUpperCase())
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .map((character) => latinTwins[character] ?? character)
    .join("");
}
