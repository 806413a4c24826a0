import type { Passage } from "../schema.ts";

/** Longest text that a model reads around a passage, in characters; the same as ingestion's. */
const maxContextLength = 1_200;

type Placed = Pick<Passage, "chapter" | "section" | "text" | "useImage">;

export const isSameSection = (one: Placed | undefined, other: Placed | undefined): boolean =>
  one !== undefined && other !== undefined && one.chapter === other.chapter && one.section === other.section;

/**
 * The passage with its neighbours of the same section, as many as fit, nearest first. Text of a passage that is shown as an
 * image is left out: it is what could not be read.
 */
export function contextOf(passages: readonly Placed[], index: number): string {
  const own = passages[index];
  if (own === undefined) return "";
  const readable = (passage: Placed) => (passage.useImage === true ? "" : passage.text);
  let [first, last, length] = [index, index, readable(own).length];
  const grow = (next: number): boolean => {
    const passage = passages[next];
    if (passage === undefined || !isSameSection(passage, own)) return false;
    const text = readable(passage);
    const added = text === "" ? 0 : text.length + 1;
    if (length + added > maxContextLength) return false;
    length += added;
    return true;
  };
  for (let grew = true; grew;) {
    const after = grow(last + 1);
    if (after) last += 1;
    const before = grow(first - 1);
    if (before) first -= 1;
    grew = after || before;
  }
  const texts = passages.slice(first, last + 1).map(readable);
  return texts.filter((text) => text !== "").join("\n") || own.text;
}

/** Indexes around a range whose context may reach into it: neighbours in the same section, at most a context away. */
export function neighboursOf(passages: readonly Placed[], from: number, to: number): number[] {
  const found: number[] = [];
  for (const step of [-1, 1]) {
    const edge = step < 0 ? from : to;
    let length = 0;
    for (let index = edge + step; isSameSection(passages[index], passages[edge]); index += step) {
      found.push(index);
      length += (passages[index]?.text.length ?? 0) + 1;
      if (length > maxContextLength) break;
    }
  }
  return found;
}
