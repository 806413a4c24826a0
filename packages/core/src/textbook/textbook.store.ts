import { type EntityItem, Service } from "electrodb";
import { happened, isRefusal, DomainError, type JobId, type TableHandle, type TextbookId } from "../kernel/index.ts";
import type { SavedTextbook, TextbookStore } from "./ports.ts";
import { textbookEntity } from "./textbook.entity.ts";

/** Textbooks and the progress of their ingestion in the single table. */
export function createTextbookStore(table: TableHandle): TextbookStore {
  const entity = textbookEntity(table);
  return {
    async create(textbook) {
      const { pagesRead, ...rest } = textbook;
      await entity.create({ ...rest, ...(pagesRead ? { pagesRead: [...pagesRead] } : {}) }).go();
    },

    async get(textbookId) {
      // Strongly consistent: a message may arrive faster than a replica learns of the job that sent it.
      const { data } = await entity.get({ textbookId }).go({ consistent: true });
      return data ? toSavedTextbook(data) : undefined;
    },

    async list({ grades, states, limit, cursor }) {
      const query = entity.query
        .catalogue({})
        // Keys go on after the grade, so the last grade's books lie before the next grade's prefix.
        .between({ grade: grades.from }, { grade: grades.to + 1 })
        .where(({ state }, { eq }) => states.map((each) => eq(state, each)).join(" OR "));
      const page = await query
        .go({ limit, pages: 1, ...(cursor === undefined ? {} : { cursor }) })
        .catch((error: unknown) => {
          if (cursor === undefined) throw error;
          throw new DomainError("invalid", "textbook.invalid-cursor", {}, { cause: error });
        });
      return {
        items: page.data.map(toSavedTextbook),
        ...(page.cursor === null ? {} : { cursor: page.cursor }),
      };
    },

    beginJob: ({ textbookId, jobId, from, orphanOf, staleBeforeMs, atMs }) =>
      happened(
        entity
          .patch({ textbookId })
          .set({ state: "ingesting", jobId, pagesDone: 0, updatedAtMs: atMs })
          .remove(["failure", "pageCount", "sourceHash", "pagesRead", "buildUntilMs", "restarts", "replacedBy"])
          .where((at, { eq, lt, notExists }) => {
            const states = [
              ...from.map((each) => eq(at.state, each)),
              `(${eq(at.state, "ingesting")} AND ${lt(at.updatedAtMs, staleBeforeMs)})`,
              ...(orphanOf ? [`(${eq(at.state, "replaced")} AND ${eq(at.replacedBy, String(orphanOf))})`] : []),
            ];
            // Parentheses around a single part would be redundant, which DynamoDB refuses.
            const any = states.length > 1 ? `(${states.join(" OR ")})` : (states[0] ?? "");
            return `${notExists(at.removedAtMs)} AND ${any}`;
          })
          .go(),
      ),

    async recordPages({ textbookId, jobId, sourceHash, pageCount, pages, atMs }) {
      const progress = entity.patch({ textbookId }).set({ sourceHash, pageCount, updatedAtMs: atMs });
      // A set: pages that are recorded again change nothing, whoever read them and in whatever order.
      const read = pages.length === 0 ? progress : progress.add({ pagesRead: [...pages] });
      const written = await orRefused(
        read
          .where((at, { eq, notExists }) =>
            [
              eq(at.state, "ingesting"),
              eq(at.jobId, String(jobId)),
              `(${notExists(at.sourceHash)} OR ${eq(at.sourceHash, sourceHash)})`,
            ].join(" AND "),
          )
          .go({ response: "all_new" }),
      );
      return written && toSavedTextbook(written.data);
    },

    claimBuild: ({ textbookId, jobId, untilMs, atMs }) =>
      happened(
        entity
          .patch({ textbookId })
          .set({ buildUntilMs: untilMs, updatedAtMs: atMs })
          .where(
            (at, { eq, lt, notExists }) =>
              `${eq(at.state, "ingesting")} AND ${eq(at.jobId, String(jobId))} AND (${notExists(at.buildUntilMs)} OR ${lt(at.buildUntilMs, atMs)})`,
          )
          .go(),
      ),

    releaseBuild: ({ textbookId, jobId }) =>
      happened(
        entity
          .patch({ textbookId })
          .remove(["buildUntilMs"])
          .where((at, { eq }) => eq(at.jobId, String(jobId)))
          .go(),
      ),

    async finishJob({ textbookId, jobId, atMs, outcome }) {
      const replaces = outcome.state === "ready" ? outcome.replaces : undefined;
      const replaced = replaces && (await finishAndReplace(table, { textbookId, jobId, atMs, replaces }));
      if (replaced !== undefined && replaced !== "alone") return replaced === "done";
      const { replaces: _replaces, ...ended } = { replaces: undefined, ...outcome };
      return happened(
        entity
          .patch({ textbookId })
          .set({ ...ended, updatedAtMs: atMs })
          .remove(["buildUntilMs", "restarts"])
          .where((at, { eq }) => `${eq(at.state, "ingesting")} AND ${eq(at.jobId, String(jobId))}`)
          .go(),
      );
    },

    claimRestart: ({ textbookId, jobId, seenAtMs, atMs }) =>
      happened(
        entity
          .patch({ textbookId })
          .set({ updatedAtMs: atMs })
          .add({ restarts: 1 })
          .where((at, { eq }) =>
            [eq(at.state, "ingesting"), eq(at.jobId, String(jobId)), eq(at.updatedAtMs, seenAtMs)].join(" AND "),
          )
          .go(),
      ),

    giveUpUpload: (textbookId, atMs) =>
      happened(
        entity
          .patch({ textbookId })
          .set({ state: "failed", failure: "never-uploaded", updatedAtMs: atMs })
          .where(({ state }, { eq }) => eq(state, "awaiting-upload"))
          .go(),
      ),

    stopJobs: (textbookId, atMs) =>
      happened(
        entity
          .patch({ textbookId })
          .set({ state: "failed", failure: "internal", removedAtMs: atMs, updatedAtMs: atMs })
          .remove(["jobId"])
          .go(),
      ),

    async remove(textbookId) {
      await entity.delete({ textbookId }).go();
    },

    edit: ({ textbookId, state, seenAtMs, facts, atMs }) =>
      happened(
        entity
          .patch({ textbookId })
          .set({ ...facts, updatedAtMs: atMs })
          .where((at, { eq, notExists }) =>
            [eq(at.state, state), eq(at.updatedAtMs, seenAtMs), notExists(at.removedAtMs)].join(" AND "),
          )
          .go(),
      ),
  };
}

/**
 * Makes a book ready and the one that it replaces `replaced`, both or neither. `alone`: the older one is not ready (any
 * more), so that there is nothing to replace.
 */
async function finishAndReplace(
  table: TableHandle,
  { textbookId, jobId, atMs, replaces }: { textbookId: TextbookId; jobId: JobId; atMs: number; replaces: TextbookId },
): Promise<"done" | "refused" | "alone"> {
  const { canceled, data } = await new Service({ textbooks: textbookEntity(table) }).transaction
    .write(({ textbooks }) => [
      textbooks
        .patch({ textbookId })
        .set({ state: "ready", updatedAtMs: atMs })
        .remove(["buildUntilMs", "restarts"])
        .where((at, { eq }) => `${eq(at.state, "ingesting")} AND ${eq(at.jobId, String(jobId))}`)
        .commit(),
      textbooks
        .patch({ textbookId: replaces })
        .set({ state: "replaced", replacedBy: textbookId, updatedAtMs: atMs })
        .where(({ state }, { eq }) => eq(state, "ready"))
        .commit(),
    ])
    .go();
  if (!canceled) return "done";
  const refused = (at: 0 | 1) => data[at].code === "ConditionalCheckFailed";
  if (refused(0)) return "refused";
  if (refused(1)) return "alone";
  throw new Error("a book could not take the place of another", { cause: data });
}

/** What the write answered; undefined when its guard refused. */
async function orRefused<T extends object>(write: Promise<T>): Promise<T | undefined>;
async function orRefused(write: Promise<unknown>): Promise<unknown>;
async function orRefused(write: Promise<unknown>): Promise<unknown> {
  try {
    return (await write) ?? {};
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

type TextbookRecord = EntityItem<ReturnType<typeof textbookEntity>>;

function toSavedTextbook(record: TextbookRecord): SavedTextbook {
  const { jobId, failure, pageCount, sourceHash, pagesRead, restarts, removedAtMs, replaces, replacedBy, ...rest } =
    record;
  const { buildUntilMs: _buildUntilMs, ...facts } = rest;
  return {
    ...facts,
    textbookId: record.textbookId as TextbookId,
    required: record.required ?? true,
    pagesDone: Math.max(record.pagesDone, pagesRead?.length ?? 0),
    ...(jobId === undefined ? {} : { jobId: jobId as JobId }),
    ...(failure === undefined ? {} : { failure }),
    ...(pageCount === undefined ? {} : { pageCount }),
    ...(sourceHash === undefined ? {} : { sourceHash }),
    ...(pagesRead === undefined ? {} : { pagesRead }),
    ...(restarts === undefined ? {} : { restarts }),
    ...(removedAtMs === undefined ? {} : { removedAtMs }),
    ...(replaces === undefined ? {} : { replaces: replaces as TextbookId }),
    ...(replacedBy === undefined ? {} : { replacedBy: replacedBy as TextbookId }),
  };
}
