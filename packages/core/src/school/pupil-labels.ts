import { nameKey, type PupilName } from "./pupil-names.ts";

type Named = PupilName & { readonly studentId: string };

/** Node carries the Mongolian alphabet (ө after о, ү after у); browsers don't, so lists are sorted here. */
const alphabet = new Intl.Collator("mn");

/**
 * Pupils with the names that the sign-in list shows, in alphabetical order. A name is the given name and one letter of the
 * family name, «Болд Б.»; where two pupils would look alike, as many letters as tell them apart, and at last a number.
 */
export function labelPupils<P extends Named>(pupils: readonly P[]): (P & { readonly name: string })[] {
  return pupils
    .map((pupil) => ({ ...pupil, name: labelOf(pupil, pupils) }))
    .sort((a, b) => alphabet.compare(a.name, b.name) || (a.studentId < b.studentId ? -1 : 1));
}

function labelOf(pupil: Named, all: readonly Named[]): string {
  const twins = all.filter((other) => other !== pupil && same(other.givenName, pupil.givenName));
  const family = familyOf(pupil);
  const letters = Array.from(family);
  const length =
    1 +
    letters.findIndex((_, index) => {
      const start = letters.slice(0, index + 1).join("");
      return !twins.some((twin) =>
        same(
          Array.from(familyOf(twin))
            .slice(0, index + 1)
            .join(""),
          start,
        ),
      );
    });
  if (length > 0) return short(pupil, letters.slice(0, length).join(""), letters.length);

  const namesakes = all.filter((other) => nameKey(other) === nameKey(pupil)).map(({ studentId }) => studentId);
  const whole = short(pupil, twins.length === 0 ? (letters[0] ?? "") : family, letters.length);
  const number = namesakes.sort().indexOf(pupil.studentId) + 1;
  return number > 1 ? `${whole} (${number})` : whole;
}

/** Of a clan name and a father's name, the father's. */
const familyOf = ({ familyName }: PupilName) => familyName.split(" ").at(-1) ?? "";

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function short({ givenName }: PupilName, start: string, familyLength: number): string {
  if (start === "") return givenName;
  const isWhole = Array.from(start).length === familyLength && familyLength > 1;
  return `${givenName} ${start}${isWhole ? "" : "."}`;
}
