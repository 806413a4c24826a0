/**
 * Forms of Mongolian verbs as alternatives of a phrase (see `Phrase`). Verbs are written as stem and vowel (`зод:о`, `ал:а`),
 * several with blanks between; a stem may end in a vowel (`цохи:о`).
 */

/** Somebody means to do it: a wish, a plan, a proposal, a condition («зодмоор», «зодно», «зодъё», «зодчихвол»). */
export const meant = (verbs: string): string =>
  alternatives(verbs, (stem, vowel) => {
    const together = endsInVowel(stem) ? { а: "я", о: "ё", э: "е", ө: "е" }[vowel] : "ъя";
    return [
      `${stem}м${vowel}${vowel}р`,
      `${stem}н${vowel}`,
      `${stem}${together ?? "я"}`,
      // «алий» would be «аль».
      ...(stem.length > 2 ? [`${stem}ий`] : []),
      `${stem}в${vowel}л`,
      `${stem}чихмаар`,
      `${stem}чихмээр`,
      `${stem}чихна`,
      `${stem}чихнэ`,
      `${stem}чихье`,
      `${stem}чихвэл`,
      `${stem}чихъя`,
      `${stem}чихвал`,
      `${stem}чихлаа`,
      `${stem}хаар`,
      `${stem}хээр`,
    ];
  });

/** It is named or asked about («зодох», «зодож», «зодоод», «зоддог»). */
export const named = (verbs: string): string =>
  alternatives(verbs, (stem, vowel) => {
    const bare = endsInVowel(stem) ? stem : `${stem}${vowel}`;
    return [
      `${bare}х`,
      `${bare}хыг`,
      `${bare}хад`,
      `${bare}хдаа`,
      `${stem}ж`,
      `${stem}${vowel}${vowel}д`,
      `${stem}д${vowel}г`,
      `${bare}хгүй`,
    ];
  });

const endsInVowel = (stem: string): boolean => /[аоуэөүи]$/u.test(stem);

function alternatives(verbs: string, formsOf: (stem: string, vowel: string) => readonly string[]): string {
  const forms = verbs.split(" ").flatMap((verb) => {
    const [stem = verb, vowel = "а"] = verb.split(":");
    return formsOf(stem, vowel);
  });
  return [...new Set(forms)].join("|");
}
