import type { Ctx, SystemActor } from "../../kernel/index.ts";
import type { SavedTextbook, TextbookPorts } from "../ports.ts";
import type { IngestMessage } from "../schema.ts";

/** What a step of ingestion works with. */
export type IngestCtx = Ctx<
  SystemActor,
  Pick<
    TextbookPorts,
    | "textbooks"
    | "uploads"
    | "library"
    | "ingestQueue"
    | "passages"
    | "embeddings"
    | "pdfReader"
    | "pageRecogniser"
    | "pageReviews"
  >
>;

/** A step with its textbook as it stood when the step began. */
export type IngestStep = IngestMessage & { readonly textbook: SavedTextbook };
