import { type Id, type IdNoun, idPrefixes, type IdSource, systemIds } from "../../packages/core/src/kernel/index.ts";

/** Fixed id of sample number `number`: plainly a sample, and of the right form. */
export function sampleId<Noun extends IdNoun>(noun: Noun, number: number): Id<Noun> {
  return `${idPrefixes[noun]}_01SAMP${String(number).padStart(20, "0")}` as Id<Noun>;
}

/** Gives ids of one noun in order, from `first` on, and the system's ids for everything else. */
export function sampleIds(noun: IdNoun, first: number): IdSource {
  let number = first;
  return {
    next: (asked) => {
      if (asked !== noun) return systemIds.next(asked);
      const id = sampleId(asked, number);
      number += 1;
      return id;
    },
  };
}
