/** A text whose form depends on a count, by the categories of Intl.PluralRules that Mongolian and English use. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** One area's texts; `{name}` stands for a value. */
export type Words = Readonly<Record<string, string | Plural>>;

/** The same texts in another language: every key, the same form. A missing key does not compile. */
export type Translation<W extends Words> = { readonly [Key in keyof W]: W[Key] extends string ? string : Plural };

export const locales = ["mn", "en"] as const;
export type Locale = (typeof locales)[number];

export type Values = Readonly<Record<string, string | number>>;

/** Text of one key; for a {@link Plural}, `values.n` is the count. */
export type Translate<W extends Words> = (key: keyof W & string, values?: Values) => string;

const fill = (text: string, values: Values | undefined) =>
  values ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)) : text;

/** Makes the translate function of one area. A key that is missing shows itself, so that it is seen and reported. */
export function translator<W extends Words>(locale: Locale, words: W): Translate<W> {
  return (key, values) => {
    const text = words[key];
    if (text === undefined) return key;
    if (typeof text === "string") return fill(text, values);
    const form = new Intl.PluralRules(locale).select(Number(values?.["n"] ?? 0));
    return fill(form === "one" ? text.one : text.other, values);
  };
}
