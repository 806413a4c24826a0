import type { ListTextbooksInput, Subject, TextbookState } from "@ukhaan/core/textbook/schema";

/** Names of the filters in the address. */
export const filterNames = [
  "grade",
  "subject",
  "year",
  "edition",
  "required",
  "language",
  "licence",
  "state",
  "search",
] as const;
export type FilterName = (typeof filterNames)[number];

/** The filters that an address holds; empty ones are left out. */
export function readFilters(search: URLSearchParams): Readonly<Partial<Record<FilterName, string>>> {
  const found = filterNames.map((name) => [name, search.get(name)?.trim() ?? ""] as const);
  return Object.fromEntries(found.filter(([, value]) => value !== ""));
}

/** The address's filters as core takes them; core parses them again. */
export function listInput(search: URLSearchParams): ListTextbooksInput {
  const { grade, subject, year, edition, required, language, licence, state, search: words } = readFilters(search);
  const cursor = search.get("after");
  return {
    ...(grade && { grade: Number(grade) }),
    ...(subject && { subject: subject as Subject }),
    ...(year && { year: Number(year) }),
    ...(edition && { edition: Number(edition) }),
    ...(required && { required: required === "yes" }),
    ...(language && { language }),
    ...(licence && { licence }),
    ...(state && { state: state as TextbookState }),
    ...(words && { search: words }),
    ...(cursor && { cursor }),
  };
}

/** Books by grade, each replaced edition under the one that stands in its place, where that one is on the page too. */
export function groupEditions<Row extends { readonly book: Edition }>(
  rows: readonly Row[],
): readonly (Row & { readonly former: readonly Row[] })[] {
  const byId = new Map(rows.map((row) => [row.book.textbookId, row]));
  const currentOf = ({ book }: Row): string | undefined => {
    const seen = new Set([book.textbookId]);
    let top = book;
    for (let next = top.replacedBy; next !== undefined && !seen.has(next); next = top.replacedBy) {
      const found = byId.get(next);
      if (!found) break;
      seen.add(next);
      top = found.book;
    }
    return top.textbookId === book.textbookId ? undefined : top.textbookId;
  };
  return rows
    .filter((row) => currentOf(row) === undefined)
    .map((row) => ({
      ...row,
      former: rows
        .filter((other) => currentOf(other) === row.book.textbookId)
        .toSorted((one, other) => other.book.edition - one.book.edition),
    }));
}

interface Edition {
  readonly textbookId: string;
  readonly edition: number;
  readonly replacedBy?: string;
}
