import { type Ctx, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import type { TextbookPorts } from "./ports.ts";
import type { Subject, TextbookState } from "./schema.ts";
import { wholeCatalogue } from "./viewing/whole-catalogue.ts";

/** What there is to choose from in the catalogue. Values are distinct and sorted; licences without the empty one. */
export interface CatalogueSummary {
  readonly total: number;
  readonly byState: Readonly<Partial<Record<TextbookState, number>>>;
  readonly subjects: readonly Subject[];
  readonly grades: readonly number[];
  readonly years: readonly number[];
  readonly editions: readonly number[];
  readonly languages: readonly string[];
  readonly licences: readonly string[];
}

/** Counts the catalogue and says which values its filters can take. */
export async function summariseCatalogue(
  ctx: Ctx<PlatformAdmin, Pick<TextbookPorts, "textbooks">>,
): Promise<CatalogueSummary> {
  requireRole(ctx.actor, "platform-admin");
  const books = await wholeCatalogue(ctx);
  const byState: Partial<Record<TextbookState, number>> = {};
  for (const { state } of books) byState[state] = (byState[state] ?? 0) + 1;
  const numbers = (values: readonly number[]) => [...new Set(values)].toSorted((one, other) => one - other);
  return {
    total: books.length,
    byState,
    subjects: [...new Set(books.map(({ subject }) => subject))],
    grades: numbers(books.map(({ grade }) => grade)),
    years: numbers(books.map(({ year }) => year)).toReversed(),
    editions: numbers(books.map(({ edition }) => edition)),
    languages: [...new Set(books.map(({ language }) => language))].toSorted(),
    licences: [...new Set(books.map(({ licence }) => licence))].filter(Boolean).toSorted(),
  };
}
