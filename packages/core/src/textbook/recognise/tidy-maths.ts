interface Neighbours {
  /** The line holds an equation. */
  readonly hasMaths: boolean;
  readonly before: string;
  readonly after: string;
}

/**
 * Signs of units and equations that the engine knows no letters for: a raised 2 is read as `"`, `*`, `?` or `%`, the degree as
 * a quotation mark, x as Cyrillic х or capital X.
 */
export function tidyMaths(word: string, { hasMaths, before, after }: Neighbours): string {
  const text = word
    .replace(/(?<![\p{L}\d])[мm]\/[сc]["”“*?'](?=[,.;:)]?$)/u, "м/с²")
    .replace(/^m\/c(?=[,.;:)]?$)/u, "м/с")
    .replace(/(?<=^|\d)(см|дм|км|мм|м)["”*](?=[,.;:)]?$)/u, (unit, name: string) =>
      /\d$/.test(before) || /^\d/.test(word) ? `${name}²` : unit,
    )
    .replace(/^(\d+)?["“”*'][СC](?=$|-|[,.;:)])/u, (degree, figure: string | undefined) =>
      figure !== undefined || /\d$/.test(before) ? `${figure ?? ""}°C` : degree,
    );
  if (!hasMaths) return text;
  return text
    .replace(/(?<![\p{L}])(\d*)[xхXХ]["”“*?%](?=$|[,.;:)])/u, (power, factor: string) =>
      /^[—–=+-]/u.test(after) ? `${factor}x²` : power,
    )
    .replace(/^(\d+)[хXХ](?=$|[,.;:)])/u, "$1x")
    .replace(/^[хXХ](?=\(|$)/u, (letter) =>
      /^[=+—–-]/u.test(after) || after === "" || word.includes("(") ? "x" : letter,
    )
    .replace(/^[—–-]$/u, "−")
    .replace(/^[—–](?=\d)/u, "−");
}
