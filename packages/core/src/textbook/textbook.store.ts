import type { EntityItem } from "electrodb";
import { DomainError, type JobId, type TableHandle, type TextbookId } from "../kernel/index.ts";
import type { SavedTextbook, TextbookStore } from "./ports.ts";
import { textbookEntity } from "./textbook.entity.ts";

/** Textbooks and the progress of their ingestion in the single table. */
export function createTextbookStore(table: TableHandle): TextbookStore {
  const entity = textbookEntity(table);
  return {
    async create(textbook) {
      await entity.create({ ...textbook }).go();
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

    beginJob: ({ textbookId, jobId, from, staleBeforeMs, atMs }) =>
      accepted(
        entity
          .patch({ textbookId })
          .set({ state: "ingesting", jobId, pagesDone: 0, updatedAtMs: atMs })
          .remove(["failure", "pageCount", "sourceHash"])
          .where(({ state, updatedAtMs }, { eq, lt }) =>
            [
              ...from.map((each) => eq(state, each)),
              `(${eq(state, "ingesting")} AND ${lt(updatedAtMs, staleBeforeMs)})`,
            ].join(" OR "),
          )
          .go(),
      ),

    recordProgress: ({ textbookId, jobId, sourceHash, pageCount, pagesDone, atMs }) =>
      accepted(
        entity
          .patch({ textbookId })
          .set({ sourceHash, pageCount, pagesDone, updatedAtMs: atMs })
          .where((at, { eq, lte, notExists }) =>
            [
              eq(at.state, "ingesting"),
              eq(at.jobId, String(jobId)),
              lte(at.pagesDone, pagesDone),
              `(${notExists(at.sourceHash)} OR ${eq(at.sourceHash, sourceHash)})`,
            ].join(" AND "),
          )
          .go(),
      ),

    finishJob({ textbookId, jobId, atMs, outcome }) {
      const ended = entity.patch({ textbookId }).set({ ...outcome, updatedAtMs: atMs });
      return accepted(
        ended.where((at, { eq }) => `${eq(at.state, "ingesting")} AND ${eq(at.jobId, String(jobId))}`).go(),
      );
    },

    stopJobs: (textbookId, atMs) =>
      accepted(
        entity
          .patch({ textbookId })
          .set({ state: "failed", failure: "internal", updatedAtMs: atMs })
          .remove(["jobId"])
          .go(),
      ),

    async remove(textbookId) {
      await entity.delete({ textbookId }).go();
    },
  };
}

/** True when the guard in the write held, false when it did not. */
async function accepted(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isRefusal(error) || isRefusal((error as { cause?: unknown }).cause)) return false;
    throw error;
  }
}

const isRefusal = (error: unknown) => error instanceof Error && error.name === "ConditionalCheckFailedException";

function toSavedTextbook(record: EntityItem<ReturnType<typeof textbookEntity>>): SavedTextbook {
  const { jobId, failure, pageCount, sourceHash, ...rest } = record;
  return {
    ...rest,
    textbookId: record.textbookId as TextbookId,
    ...(jobId === undefined ? {} : { jobId: jobId as JobId }),
    ...(failure === undefined ? {} : { failure }),
    ...(pageCount === undefined ? {} : { pageCount }),
    ...(sourceHash === undefined ? {} : { sourceHash }),
  };
}
