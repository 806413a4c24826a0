import { createAuditStore, type AuditEntry } from "../../packages/core/src/account/index.ts";
import { openTable } from "../../packages/core/src/adapters/table.ts";
import { type Ctx, dayInUlaanbaatar, type PlatformAdmin, systemActor } from "../../packages/core/src/kernel/index.ts";
import type { ReviewPageView, SavedTextbook } from "../../packages/core/src/textbook/index.ts";
import { openPageForReview } from "../../packages/core/src/textbook/index.ts";
import { buildPassages } from "../../packages/core/src/textbook/ingesting/build-passages.ts";
import { outlineKey, pageKey } from "../../packages/core/src/textbook/ingesting/library-keys.ts";
import { writeJson, type StoredPage } from "../../packages/core/src/textbook/ingesting/stored-page.ts";
import type { Line } from "../../packages/core/src/textbook/layout/page-text.ts";
import type { ChangePorts } from "../../packages/core/src/textbook/reviewing/review-ctx.ts";
import { testStack } from "./stack.ts";
import {
  type CataloguePorts,
  platformAdmin,
  savedTextbook,
  type TextbookWorld,
  textbookWorld,
} from "./textbook-world.ts";

export type ReviewCtx = Ctx<PlatformAdmin, CataloguePorts & ChangePorts>;

/** A small book that can be reviewed: every line below is a passage of its own, in two sections. */
export interface ReviewWorld extends TextbookWorld {
  readonly book: SavedTextbook;
  readonly ctx: ReviewCtx;
  /** Another administrator, or anybody else. */
  ctxOf(actor: PlatformAdmin): ReviewCtx;
  open(pdfPage?: number): Promise<ReviewPageView>;
  /** Reads the book anew, with these texts; as a retried ingestion does. */
  readAnew(pages?: BookTexts): Promise<void>;
  audited(): Promise<readonly AuditEntry[]>;
}

/** Per page, paragraph by paragraph. «# » begins a section. */
export type BookTexts = readonly (readonly string[])[];

export const bookTexts: BookTexts = [
  [
    "# 1.1. Фотосинтез",
    "Ургамал нарны гэрлийн энергийг ашиглан өөртөө шим тэжээлийг бэлтгэдэг бөгөөд энэ үйлийг фотосинтез гэнэ. Навчны эсэд өнгөт бодис их байдаг.",
    "Хлорофил бол навчийг ногоон болгодог бодис бөгөөд гэрлийн энергийг шингээдэг. Үүний ачаар ургамал ус ба хийгээс элсэн чихэр гарган авдаг.",
    "Фотосинтезийн явцад хүчилтөрөгч ялгарч агаарыг цэвэршүүлдэг тул ой мод дэлхийн уушги гэгддэг. Нэг том мод олон хүнийг тэжээнэ.",
  ],
  [
    "# 1.2. Амьсгал",
    "Амьсгал бол амьд биеийн эсэд хүчилтөрөгчийн оролцоотойгоор энерги ялгаруулах үйл явц юм. Амьсгалахад нүүрстөрөгчийн хий гадагшилна.",
    "Загас заламгайгаараа усанд ууссан хүчилтөрөгчийг шингээн авч амьсгалдаг. Шавж гуурсан хоолойгоор, мэлхий арьсаараа ч амьсгалж чаддаг.",
  ],
];

export async function reviewWorld(texts: BookTexts = bookTexts): Promise<ReviewWorld> {
  const world = textbookWorld();
  const table = openTable({
    name: (JSON.parse(testStack().env["SST_RESOURCE_Table"] ?? "{}") as { name: string }).name,
  });
  const audit = createAuditStore(table);
  const book = await savedTextbook(world, { pageCount: texts.length, pagesDone: texts.length });
  const ctxOf = (actor: PlatformAdmin): ReviewCtx => ({ ...world.as(actor), audit });
  const ctx = ctxOf(platformAdmin());
  const readAnew = async (pages = texts) => {
    const { library } = world.ports;
    await writeJson(library, outlineKey(book), outlineOf(pages));
    for (const [index, page] of pages.entries()) {
      await writeJson(library, pageKey(book, index + 1), storedPage(index + 1, page));
    }
    await buildPassages(world.as(systemActor), book);
  };
  await readAnew();
  return {
    ...world,
    book,
    ctx,
    ctxOf,
    readAnew,
    open: (pdfPage = 1) => openPageForReview(ctx, { textbookId: book.textbookId, pdfPage }),
    async audited() {
      const { items } = await audit.byDay({ tenant: "national", day: dayInUlaanbaatar(Date.now()) });
      const all = [...items];
      for (
        let cursor = (await audit.byDay({ tenant: "national", day: dayInUlaanbaatar(Date.now()) })).cursor;
        cursor;
      ) {
        const page = await audit.byDay({ tenant: "national", day: dayInUlaanbaatar(Date.now()), cursor });
        all.push(...page.items);
        cursor = page.cursor;
      }
      return all.filter(({ details }) => details["textbookId"] === book.textbookId);
    },
  };
}

const outlineOf = (pages: BookTexts) =>
  pages.flatMap((page, index) =>
    page
      .filter((text) => text.startsWith("# "))
      .map((text) => ({ level: 1, title: text.slice(2), pdfPage: index + 1 })),
  );

/** Each paragraph in one line far from the next. */
function storedPage(pdfPage: number, texts: readonly string[]): StoredPage {
  const blocks = texts.map((text, index): Line => {
    const y = 100 + index * 80;
    const isTitle = text.startsWith("# ");
    const size = isTitle ? 16 : 10;
    return {
      kind: "line",
      runs: [{ at: "base", text: isTitle ? text.slice(2) : text }],
      x: 60,
      x1: 540,
      y,
      top: y - 40,
      bottom: y + 10,
      size,
      font: isTitle ? "bold" : "body",
    };
  });
  return { pdfPage, width: 600, height: 800, blocks, source: "ocr", image: { width: 1200, height: 1600 } };
}
