import type * as z from "zod";
import type { SavedTextbook } from "../ports.ts";
import type { ListTextbooksInput } from "../schema.ts";
import { foldTitle } from "./fold-title.ts";

type Wanted = Omit<z.output<typeof ListTextbooksInput>, "cursor" | "state" | "grade">;

/** Whether a book is among those asked for. What is left out narrows nothing. */
export function chooseBooks({ search = "", ...wanted }: Wanted): (book: SavedTextbook) => boolean {
  const words = foldTitle(search).split(" ").filter(Boolean);
  const facts = ["subject", "year", "edition", "required", "language", "licence"] as const;
  return (book) => {
    if (facts.some((fact) => wanted[fact] !== undefined && wanted[fact] !== book[fact])) return false;
    if (words.length === 0) return true;
    const text = foldTitle(`${book.title} ${book.publisher} ${book.licence} ${book.year}`);
    // By beginnings of words, as they are being typed.
    return words.every((word) => ` ${text}`.includes(` ${word}`));
  };
}
