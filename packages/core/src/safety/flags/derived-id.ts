import { createHash } from "node:crypto";
import { type Id, type IdNoun, idPrefixes } from "../../kernel/index.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The same id for the same facts, in the form of every other id: whatever is raised, told or added twice (a retry, a repeated
 * message, two runs at once) meets its own record. 125 bits of SHA-256, so different facts never share one.
 */
export function derivedId<Noun extends IdNoun>(noun: Noun, ...facts: readonly string[]): Id<Noun> {
  const digest = createHash("sha256").update(JSON.stringify(facts)).digest();
  // The first character of a ULID is at most 7.
  const letters = Array.from({ length: 26 }, (_, at) => alphabet[(digest[at] ?? 0) % (at === 0 ? 8 : 32)]);
  return `${idPrefixes[noun]}_${letters.join("")}` as Id<Noun>;
}
