import { createAuditStore, createSessionStore, createStaffStore } from "@ukhaan/core/account";
import { createCognitoIdentity } from "@ukhaan/core/adapters/cognito-identity";
import { createHashEmbeddings } from "@ukhaan/core/adapters/hash-embeddings";
import { createOcr } from "@ukhaan/core/adapters/ocr";
import { createPdfReader } from "@ukhaan/core/adapters/pdf-reader";
import { createS3EventArchive } from "@ukhaan/core/adapters/s3-event-archive";
import { createS3FileStore } from "@ukhaan/core/adapters/s3-file-store";
import { createSqlitePassageIndex } from "@ukhaan/core/adapters/sqlite-passage-index";
import { createSqsIngestQueue, createSqsInteractionQueue } from "@ukhaan/core/adapters/sqs-queue";
import { openTable } from "@ukhaan/core/adapters/table";
import { systemClock, systemIds } from "@ukhaan/core/kernel";
import { createRollUpStore } from "@ukhaan/core/learning";
import { createClassroomStore, createPupilStore, createSchoolStore } from "@ukhaan/core/school";
import { createTextbookStore, type Embeddings } from "@ukhaan/core/textbook";
import { createConversationStore, createExchangeStore } from "@ukhaan/core/tutor";
import { createLog } from "./log.ts";
import { modelsFrom } from "./models.ts";
import { resource } from "./resources.ts";
import { readSettings, type Settings } from "./settings.ts";

/**
 * Builds on first use and keeps: a warm instance reuses its clients, a cold one pays only for what it needs. The calls
 * are marked pure, so that a function's bundle leaves out the adapters of the others.
 */
function once<T>(build: () => T): () => T {
  let built: { readonly value: T } | undefined;
  return () => (built ??= { value: build() }).value;
}

const settings = /* @__PURE__ */ once(() => readSettings());
const table = /* @__PURE__ */ once(() => openTable({ name: resource("Table").name }));
const embeddings = /* @__PURE__ */ once(() => embeddingsFrom(settings()));
const passages = /* @__PURE__ */ once(() => passageIndexFrom(settings()));

/** Parts that every program has. */
const base = /* @__PURE__ */ once(() => ({ clock: systemClock, ids: systemIds, log: createLog("ukhaan") }));

function embeddingsFrom(given: Settings): Embeddings {
  const { UKHAAN_EMBEDDING_MODEL: model, UKHAAN_EMBEDDING_BASE_URL: baseUrl } = given;
  if (!model || !baseUrl) return createHashEmbeddings();
  const dimensions = given.UKHAAN_EMBEDDING_DIMENSIONS;
  const apiKey = given.UKHAAN_EMBEDDING_API_KEY ?? "none";
  // Imported on first use: most instances start without ever embedding anything by a model.
  const client = once(async () => {
    const { createOpenAiEmbeddings } = await import("@ukhaan/core/adapters/openai-embeddings");
    return createOpenAiEmbeddings({ baseUrl, apiKey, model, dimensions });
  });
  return { model, dimensions, embed: async (texts, purpose) => (await client()).embed(texts, purpose) };
}

function tutorSettingsFrom(given: Settings) {
  const answerTimeoutMs = given.UKHAAN_MODEL_WHOLE_ANSWER_TIMEOUT_MS;
  const hasModels = modelsFrom(given).length > 0;
  return {
    limits: { perMinute: given.UKHAAN_CHAT_PER_MINUTE, perDay: given.UKHAAN_CHAT_PER_DAY },
    answerTimeoutMs,
    // A question that died with its process is taken over after this; the book alone answers in a moment.
    leaseMs: hasModels ? answerTimeoutMs + 10_000 : 10_000,
  };
}

function passageIndexFrom(given: Settings) {
  if (!given.UKHAAN_SEARCH_FILE) throw new Error("UKHAAN_SEARCH_FILE is needed: the search index of the embedded home");
  const { model, dimensions } = embeddings();
  return createSqlitePassageIndex({ file: given.UKHAAN_SEARCH_FILE, model, dimensions });
}

const accountPorts = /* @__PURE__ */ once(() => ({
  sessions: createSessionStore(table()),
  staff: createStaffStore(table()),
  audit: createAuditStore(table()),
}));

/** What the chat function uses. */
export const chatDeps = /* @__PURE__ */ once(() => ({
  ...base(),
  sessions: accountPorts().sessions,
  conversations: createConversationStore(table()),
  exchanges: createExchangeStore(table()),
  passages: passages(),
  embeddings: embeddings(),
  models: modelsFrom(settings()),
  classifier: undefined,
  tutorSettings: tutorSettingsFrom(settings()),
  interactions: createSqsInteractionQueue({ queueUrl: resource("InteractionQueue").url }),
}));

/** What ingestion uses. */
export const ingestDeps = /* @__PURE__ */ once(() => ({
  ...base(),
  textbooks: createTextbookStore(table()),
  uploads: createS3FileStore({ bucket: resource("Uploads").name }),
  library: createS3FileStore({ bucket: resource("Library").name }),
  ingestQueue: createSqsIngestQueue({ queueUrl: resource("IngestQueue").url }),
  passages: passages(),
  embeddings: embeddings(),
  pdfReader: createPdfReader(),
  pageRecogniser: createOcr(),
}));

/** What folding interactions uses. */
export const recordDeps = /* @__PURE__ */ once(() => ({
  ...base(),
  rollUps: createRollUpStore(table()),
  archive: createS3EventArchive({ bucket: resource("Events").name }),
}));

/** Everything: the web server and scripts. */
export const deps = /* @__PURE__ */ once(() => ({
  ...chatDeps(),
  ...ingestDeps(),
  ...recordDeps(),
  ...accountPorts(),
  staffIdentity: createCognitoIdentity({
    poolId: resource("StaffPool").id,
    clientId: resource("StaffPoolClient").id,
    endpoint: settings().AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER,
  }),
  schools: createSchoolStore(table()),
  classrooms: createClassroomStore(table()),
  pupils: createPupilStore(table()),
}));
export type Deps = ReturnType<typeof deps>;
