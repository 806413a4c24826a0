import type { EntityItem } from "electrodb";
import { happened, type TableHandle, type TextbookId } from "../../kernel/index.ts";
import { pageReviewEntity } from "./page-review.entity.ts";
import type { PageReview, PageReviewStore } from "./page-review.ts";

/** Reviews of pages in the single table. */
export function createPageReviewStore(table: TableHandle): PageReviewStore {
  const entity = pageReviewEntity(table);
  return {
    async get(textbookId, pdfPage) {
      const { data } = await entity.get({ textbookId, pdfPage }).go({ consistent: true });
      return data ? toReview(data) : undefined;
    },

    async listOf(textbookId) {
      const { data } = await entity.query.byPage({ textbookId }).go({ pages: "all", consistent: true });
      return data.map(toReview);
    },

    async listUnfinished(limit) {
      const { data } = await entity.query.unfinished({}).go({ limit });
      return data.map(toReview);
    },

    save({ textbookId, pdfPage, version, state, sourceHash, updatedAtMs, passages, pending, lost }, expectedVersion) {
      const content = JSON.stringify({ passages, pending, lost });
      const unfinished = pending === undefined ? {} : { isUnfinished: true };
      const record = { textbookId, pdfPage, version, state, sourceHash, updatedAtMs, content, ...unfinished };
      return happened(
        expectedVersion === 0
          ? entity.create(record).go({ response: "none" })
          : entity
              .put(record)
              .where((at, { eq }) => eq(at.version, expectedVersion))
              .go({ response: "none" }),
      );
    },

    async removeAllOf(textbookId) {
      const { data } = await entity.query
        .byPage({ textbookId })
        .go({ pages: "all", attributes: ["textbookId", "pdfPage"] });
      if (data.length > 0) await entity.delete(data).go();
    },
  };
}

function toReview(record: EntityItem<ReturnType<typeof pageReviewEntity>>): PageReview {
  const { textbookId, pdfPage, version, state, sourceHash, updatedAtMs, content } = record;
  const parts = JSON.parse(content) as Pick<PageReview, "passages" | "pending" | "lost">;
  return { textbookId: textbookId as TextbookId, pdfPage, version, state, sourceHash, updatedAtMs, ...parts };
}
