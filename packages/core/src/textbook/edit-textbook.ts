import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import type { SavedTextbook, TextbookFacts, TextbookPorts } from "./ports.ts";
import type { TextbookView } from "./schema.ts";
import { EditTextbookInput } from "./viewing/edit-inputs.ts";
import { relabelPassages } from "./viewing/relabel-passages.ts";
import { viewTextbook } from "./viewing/view-textbook.ts";
import { visibleTextbook } from "./viewing/visible-textbook.ts";

/** Facts that every passage carries, for citations and for the search's filters. */
const onPassages = ["title", "subject", "grade"] as const satisfies (keyof TextbookFacts)[];

/**
 * Corrects what is written down about a textbook. A new title, subject or grade goes into its passages and the search
 * index too, without reading the PDF again; answers that were given before keep citing the book as it was called.
 *
 * The record is written last: an edit that broke off is sent again and does the rest. What changed is audited, before and
 * after. Of two edits at once one is refused, and its labels on the passages are put right again. @throws DomainError
 * `not-found`; `conflict`: `textbook.ingestion-under-way` while the book is being made, or when its state changed meanwhile,
 * `textbook.edited-meanwhile` when somebody else has edited it
 */
export async function editTextbook(
  ctx: Ctx<
    PlatformAdmin,
    Pick<TextbookPorts, "textbooks" | "library" | "passages" | "embeddings"> & Pick<AccountPorts, "audit">
  >,
  input: EditTextbookInput,
): Promise<TextbookView> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId: id, seenAtMs, ...changes } = parse(EditTextbookInput, input, "textbook.invalid-textbook");
  const book = await visibleTextbook(ctx, id);
  const { textbookId, state } = book;
  if (seenAtMs !== undefined && seenAtMs !== book.updatedAtMs && state !== "ingesting") throw editedMeanwhile();
  const facts = { ...factsOf(book), ...withoutUndefined(changes) };
  const changed = (Object.keys(facts) as (keyof TextbookFacts)[]).filter((fact) => facts[fact] !== book[fact]);
  if (changed.length === 0) return viewTextbook(book);
  // The job under way has the former facts in its hands.
  if (state === "ingesting") throw new DomainError("conflict", "textbook.ingestion-under-way");

  await recordAudit(ctx, {
    action: "textbook.edited",
    subject: textbookId,
    details: beforeAndAfter(book, facts, changed),
  });
  const isRelabelled = onPassages.some((fact) => changed.includes(fact));
  if (isRelabelled) await relabelPassages(ctx, { ...book, ...facts });
  const atMs = ctx.clock.nowMs();
  const isWritten = await ctx.textbooks.edit({ textbookId, state, seenAtMs: book.updatedAtMs, facts, atMs });
  const now = await visibleTextbook(ctx, textbookId);
  if (isWritten) return viewTextbook(now);
  if (isRelabelled) await relabelPassages(ctx, now);
  throw now.state === state ? editedMeanwhile() : new DomainError("conflict", "textbook.ingestion-under-way");
}

const editedMeanwhile = () => new DomainError("conflict", "textbook.edited-meanwhile");

function factsOf(book: SavedTextbook): TextbookFacts {
  const { title, subject, grade, year, language, licence, publisher, required } = book;
  return { title, subject, grade, year, language, licence, publisher, required };
}

function withoutUndefined(
  changes: Omit<ReturnType<typeof EditTextbookInput.parse>, "textbookId" | "seenAtMs">,
): Partial<TextbookFacts> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

function beforeAndAfter(book: SavedTextbook, facts: TextbookFacts, changed: readonly (keyof TextbookFacts)[]) {
  return Object.fromEntries(changed.map((fact) => [fact, `${String(book[fact])} → ${String(facts[fact])}`]));
}
