import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createHashEmbeddings } from "../../packages/core/src/adapters/hash-embeddings.ts";
import { createOcr } from "../../packages/core/src/adapters/ocr.ts";
import { createPdfReader } from "../../packages/core/src/adapters/pdf-reader.ts";
import { type AccountPorts, createAuditStore } from "../../packages/core/src/account/index.ts";
import { createS3FileStore } from "../../packages/core/src/adapters/s3-file-store.ts";
import { createS3Multipart } from "../../packages/core/src/adapters/s3-multipart.ts";
import { createSqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import { openTable } from "../../packages/core/src/adapters/table.ts";
import {
  type Actor,
  type Ctx,
  type Grade,
  type JobId,
  type PlatformAdmin,
  silentLog,
  type Student,
  systemActor,
  type SystemActor,
  systemIds,
  type Teacher,
} from "../../packages/core/src/kernel/index.ts";
import {
  createPageReviewStore,
  createTextbookStore,
  createUploadStore,
  ingestPages,
  type IngestMessage,
  type SavedTextbook,
  type TextbookPorts,
  type UploadPorts,
} from "../../packages/core/src/textbook/index.ts";
import { testStack, temporaryDir } from "./stack.ts";

export type CataloguePorts = TextbookPorts & UploadPorts & Pick<AccountPorts, "audit">;

/** The textbook slice on the real adapters, with a search index and a queue of its own: messages stay where a test sees them. */
export interface TextbookWorld {
  readonly ports: CataloguePorts;
  /** What was sent to the ingest queue, oldest first. */
  readonly sent: IngestMessage[];
  as<Who extends Actor | SystemActor>(actor: Who): Ctx<Who, CataloguePorts>;
}

export function textbookWorld(): TextbookWorld {
  const { env } = testStack();
  const name = (resource: string) =>
    (JSON.parse(env[`SST_RESOURCE_${resource}`] ?? "{}") as { name?: string }).name ?? "";
  const embeddings = createHashEmbeddings();
  const sent: IngestMessage[] = [];
  const table = openTable({ name: name("Table") });
  const ports: CataloguePorts = {
    textbooks: createTextbookStore(table),
    uploads: createS3FileStore({ bucket: name("Uploads") }),
    library: createS3FileStore({ bucket: name("Library") }),
    // The shared queue is drained by nobody in a test run; the integration test uses a real one.
    ingestQueue: {
      send: (message) => {
        sent.push(message);
        return Promise.resolve();
      },
      depth: () => Promise.resolve(sent.length),
    },
    passages: createSqlitePassageIndex({
      file: join(temporaryDir(), "search.db"),
      model: embeddings.model,
      dimensions: embeddings.dimensions,
    }),
    embeddings,
    pdfReader: createPdfReader(),
    pageRecogniser: createOcr(),
    pageReviews: createPageReviewStore(table),
    uploadParts: createS3Multipart({ bucket: name("Uploads") }),
    pendingUploads: createUploadStore(table),
    audit: createAuditStore(table),
  };
  const clock = { nowMs: () => Date.now() };
  return { ports, sent, as: (actor) => ({ actor, clock, ids: systemIds, log: silentLog, ...ports }) };
}

export function platformAdmin(): PlatformAdmin {
  return {
    role: "platform-admin",
    sessionId: systemIds.next("session"),
    staffId: systemIds.next("staff"),
    name: "Админ",
  };
}

export function teacher(): Teacher {
  const schoolId = systemIds.next("school");
  return {
    role: "teacher",
    sessionId: systemIds.next("session"),
    staffId: systemIds.next("staff"),
    schoolId,
    name: "Багш",
  };
}

export function pupilOf(grade: Grade): Student {
  return {
    role: "student",
    sessionId: systemIds.next("session"),
    schoolId: systemIds.next("school"),
    classroomId: systemIds.next("classroom"),
    studentId: systemIds.next("student"),
    grade,
    name: "Сурагч",
  };
}

type Given = Partial<SavedTextbook>;

/** A textbook straight in the table: ready, with two pages, unless told otherwise. */
export function savedTextbook(world: TextbookWorld, given: Given = {}): Promise<SavedTextbook> {
  return save(world, { state: "ready", pageCount: 2, pagesDone: 2, ...given });
}

/** A textbook with its PDF uploaded and a job begun: the next step is its first range of pages. */
export async function bookUnderWay(
  world: TextbookWorld,
  pdf: Uint8Array,
  given: Given = {},
): Promise<SavedTextbook & { jobId: JobId }> {
  const jobId = systemIds.next("job");
  const textbook = await save(world, { ...given, state: "ingesting", jobId, pagesDone: 0 });
  const key = `textbooks/${textbook.textbookId}/source.pdf`;
  await world.ports.uploads.put({ key, body: pdf, contentType: "application/pdf" });
  return { ...textbook, jobId };
}

async function save(
  world: TextbookWorld,
  given: Given & Pick<SavedTextbook, "state" | "pagesDone">,
): Promise<SavedTextbook> {
  const atMs = Date.now();
  const textbook: SavedTextbook = {
    textbookId: systemIds.next("textbook"),
    title: "Биологи VIII",
    subject: "biology",
    grade: 8,
    year: 2026,
    edition: 1,
    language: "mn",
    licence: "CC0-1.0",
    publisher: "Ухаан төсөл",
    required: true,
    sample: false,
    createdAtMs: atMs,
    updatedAtMs: atMs,
    ...given,
  };
  await world.ports.textbooks.create(textbook);
  return textbook;
}

/** Another edition takes the book's place, as when its ingestion ends: it is replaced, and out of the search. */
export async function replaceBook(world: TextbookWorld, { textbookId }: SavedTextbook): Promise<void> {
  const jobId = systemIds.next("job");
  const newer = await save(world, { state: "ingesting", jobId, pagesDone: 0, edition: 2, replaces: textbookId });
  const outcome = { state: "ready" as const, replaces: textbookId };
  await world.ports.textbooks.finishJob({ textbookId: newer.textbookId, jobId, atMs: Date.now(), outcome });
  await world.ports.passages.removeTextbook(textbookId);
}

/** The model's answers, with something that happens between the first one and its use. */
export function embeddingAfter<E extends TextbookPorts["embeddings"]>(embeddings: E, happens: () => Promise<void>): E {
  let isFirst = true;
  return {
    ...embeddings,
    embed: async (...args: Parameters<E["embed"]>) => {
      const vectors = await embeddings.embed(args[0], args[1], args[2]);
      if (isFirst) await happens();
      isFirst = false;
      return vectors;
    },
  };
}

/** Does every step that the queue would deliver, one after the other. */
export async function ingestAll(world: TextbookWorld, first: IngestMessage): Promise<void> {
  for (let message: IngestMessage | undefined = first; message; message = world.sent.shift()) {
    await ingestPages(world.as(systemActor), message);
  }
}

/** One of the committed sample books. */
export function sampleBook(slug: "biologi-8" | "fizik-8" | "matematik-8" | "baigal-5"): Uint8Array<ArrayBuffer> {
  const file = new URL(`../../scripts/sample-data/books/pdf/${slug}.pdf`, import.meta.url);
  return new Uint8Array(readFileSync(file));
}
