import type { ContentsEntry } from "@ukhaan/core/textbook/schema";

export interface ContentsBranch {
  readonly entry: ContentsEntry;
  readonly branches: readonly ContentsBranch[];
}

type Growing = { entry: ContentsEntry; branches: Growing[] };

/** Chapters with their sections inside, from the flat list of a book; a level that is left out is no obstacle. */
export function contentsTree(entries: readonly ContentsEntry[]): readonly ContentsBranch[] {
  const roots: Growing[] = [];
  const open: Growing[] = [];
  for (const entry of entries) {
    while ((open.at(-1)?.entry.level ?? 0) >= entry.level && open.length > 0) open.pop();
    const branch: Growing = { entry, branches: [] };
    (open.at(-1)?.branches ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}
