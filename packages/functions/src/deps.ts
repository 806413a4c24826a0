import { createAuditStore, createSessionStore, createStaffStore } from "@ukhaan/core/account";
import { createCognitoIdentity } from "@ukhaan/core/adapters/cognito-identity";
import { createHashEmbeddings } from "@ukhaan/core/adapters/hash-embeddings";
import { createOcr } from "@ukhaan/core/adapters/ocr";
import { createPdfReader } from "@ukhaan/core/adapters/pdf-reader";
import { createS3EventArchive } from "@ukhaan/core/adapters/s3-event-archive";
import { createS3FileStore } from "@ukhaan/core/adapters/s3-file-store";
import { createS3Multipart } from "@ukhaan/core/adapters/s3-multipart";
import { createSesMailer } from "@ukhaan/core/adapters/ses-mailer";
import {
  createSqsFlagQueue,
  createSqsIngestQueue,
  createSqsInteractionQueue,
  createSqsMailQueue,
} from "@ukhaan/core/adapters/sqs-queue";
import { openTable } from "@ukhaan/core/adapters/table";
import { createFeatureFlagStore, createFeatures } from "@ukhaan/core/flag";
import { createHealthHistory, createHealthWatch, type HealthPorts } from "@ukhaan/core/health";
import { systemClock, systemIds } from "@ukhaan/core/kernel";
import { createInsightStore, createRollUpStore } from "@ukhaan/core/learning";
import { createFlagStore, createNotificationStore, createReviewItemStore } from "@ukhaan/core/safety";
import {
  createAiSwitchStore,
  createChatGate,
  createClassroomStore,
  createPupilStore,
  createSchoolStore,
} from "@ukhaan/core/school";
import { createPageReviewStore, createTextbookStore, createUploadStore, type Embeddings } from "@ukhaan/core/textbook";
import {
  createBreakerStore,
  createBudgetNoticeStore,
  createChatDayStore,
  createConversationStore,
  createHintPolicyStore,
  createExchangeStore,
  createModelBreaker,
  createModelBudget,
  createStandingStore,
  createTalkReader,
} from "@ukhaan/core/tutor";
import { createAlarms } from "./alarms.ts";
import { createHealthProbes } from "./health-probes.ts";
import { createLog } from "./log.ts";
import { createMailWriter } from "./mail-words.ts";
import { modelsFrom } from "./models.ts";
import { moderationFrom } from "./moderation.ts";
import { resource } from "./resources.ts";
import { modelEmbeddings, searchEngineFrom } from "./search.ts";
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
const table = /* @__PURE__ */ once(() =>
  openTable({
    name: resource("Table").name,
    onUnavailable: (error) => base().log.error("The table did not answer.", { error }),
  }),
);
const embeddings = /* @__PURE__ */ once(() => embeddingsFrom(settings()));
const passages = /* @__PURE__ */ once(() => searchEngineFrom(settings(), embeddings()));

/** Parts that every program has. */
const base = /* @__PURE__ */ once(() => {
  const log = createLog("ukhaan");
  return { clock: systemClock, ids: systemIds, log, alarms: createAlarms(log) };
});

function embeddingsFrom(given: Settings): Embeddings {
  const { UKHAAN_EMBEDDING_MODEL: model, UKHAAN_EMBEDDING_DIMENSIONS: dimensions } = given;
  if (model === undefined) return createHashEmbeddings();
  // Imported on first use: most instances start without ever embedding anything by a model.
  const client = once(() => modelEmbeddings(given, base().log));
  return { model, dimensions, embed: async (...args) => (await client()).embed(...args) };
}

function tutorSettingsFrom(given: Settings) {
  const answerTimeoutMs = given.UKHAAN_MODEL_WHOLE_ANSWER_TIMEOUT_MS;
  const hasModels = modelsFrom(given).length > 0;
  return {
    limits: { perMinute: given.UKHAAN_CHAT_PER_MINUTE, perDay: given.UKHAAN_CHAT_PER_DAY },
    dailyMinutes: given.UKHAAN_CHAT_MINUTES_PER_DAY,
    answerTimeoutMs,
    // A question that died with its process is taken over after this; the book alone answers in a moment.
    leaseMs: hasModels ? answerTimeoutMs + 10_000 : 10_000,
  };
}

const accountPorts = /* @__PURE__ */ once(() => ({
  sessions: createSessionStore(table()),
  staff: createStaffStore(table()),
  audit: createAuditStore(table()),
}));

/** What decides whether a pupil may chat. The gate remembers for seconds, in each instance for itself. */
const accessPorts = /* @__PURE__ */ once(() => {
  const aiSwitches = createAiSwitchStore(table());
  return {
    aiSwitches,
    chatGate: createChatGate({ ...base(), aiSwitches }),
    standings: createStandingStore(table()),
    chatDays: createChatDayStore(table()),
  };
});

/** For whom which feature is on. Each instance keeps the flags for seconds. */
const featurePorts = /* @__PURE__ */ once(() => {
  const featureFlags = createFeatureFlagStore(table());
  return { featureFlags, features: createFeatures({ ...base(), featureFlags }) };
});

function flagSettingsFrom(given: Settings) {
  return {
    urgentMs: given.UKHAAN_FLAG_URGENT_MINUTES * 60_000,
    highMs: given.UKHAAN_FLAG_HIGH_MINUTES * 60_000,
    normalSchoolDays: given.UKHAAN_FLAG_NORMAL_SCHOOL_DAYS,
  };
}

/** What raising flags and handing them on uses: the chat function, the queue of waiting ones, the sweep. */
export const flagDeps = /* @__PURE__ */ once(() => ({
  ...base(),
  flags: createFlagStore(table()),
  flagQueue: createSqsFlagQueue({ queueUrl: resource("FlagQueue").url }),
  flagSettings: flagSettingsFrom(settings()),
  notifications: createNotificationStore(table()),
  mailQueue: createSqsMailQueue({ queueUrl: resource("MailQueue").url }),
  reviewItems: createReviewItemStore(table()),
  schools: createSchoolStore(table()),
  staff: accountPorts().staff,
  audit: accountPorts().audit,
}));

/** What sending mails uses. */
export const mailDeps = /* @__PURE__ */ once(() => ({
  ...base(),
  staff: accountPorts().staff,
  mailer: createSesMailer({ from: settings().UKHAAN_MAIL_FROM }),
  mailWriter: createMailWriter({ webUrl: settings().UKHAAN_WEB_URL }),
}));

/** What models may cost a school on a day, millionths of a US dollar; undefined: no budget. */
function schoolBudgetFrom({ UKHAAN_SCHOOL_BUDGET_USD_PER_DAY: budgetUsd }: Settings): number | undefined {
  return budgetUsd > 0 ? budgetUsd * 1_000_000 : undefined;
}

/** What spares pupils the wait for a model that fails, and schools the bill. Both remember, in each instance for itself. */
const modelGuards = /* @__PURE__ */ once(() => {
  const modelBreaker = createModelBreaker({ ...base(), store: createBreakerStore(table()) });
  const budgetMicroUsd = schoolBudgetFrom(settings());
  if (budgetMicroUsd === undefined) return { modelBreaker };
  const rollUps = createRollUpStore(table());
  return { modelBreaker, modelBudget: createModelBudget({ ...base(), rollUps, budgetMicroUsd }) };
});

/** What the chat function uses. */
export const chatDeps = /* @__PURE__ */ once(() => ({
  ...base(),
  ...accessPorts(),
  ...featurePorts(),
  ...flagDeps(),
  sessions: accountPorts().sessions,
  conversations: createConversationStore(table()),
  hintPolicies: createHintPolicyStore(table()),
  exchanges: createExchangeStore(table()),
  passages: passages(),
  embeddings: embeddings(),
  models: modelsFrom(settings()),
  ...modelGuards(),
  classifier: moderationFrom(settings()),
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
  pageReviews: createPageReviewStore(table()),
  audit: accountPorts().audit,
  ...uploadPorts(),
}));

/** What folding interactions uses. */
export const recordDeps = /* @__PURE__ */ once(() => ({
  ...base(),
  ...flagDeps(),
  chatDays: accessPorts().chatDays,
  pupils: createPupilStore(table()),
  tutorSettings: tutorSettingsFrom(settings()),
  rollUps: createRollUpStore(table()),
  budgetMicroUsd: schoolBudgetFrom(settings()),
  budgetNotices: createBudgetNoticeStore(table()),
  insights: createInsightStore(table()),
  insightSettings: { minPupils: settings().UKHAAN_INSIGHTS_MIN_PUPILS },
  archive: createS3EventArchive({ bucket: resource("Events").name }),
}));

/** What taking in files from administrators uses. */
const uploadPorts = /* @__PURE__ */ once(() => ({
  uploadParts: createS3Multipart({ bucket: resource("Uploads").name }),
  pendingUploads: createUploadStore(table()),
}));

const userPool = () => ({
  poolId: resource("StaffPool").id,
  endpoint: settings().AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER,
});

/** What looking at the product's parts uses. */
export const healthDeps = /* @__PURE__ */ once(() => {
  const healthHistory = createHealthHistory(table());
  const healthProbes = createHealthProbes({
    healthHistory,
    passages: passages(),
    models: modelsFrom(settings()),
    breakers: createBreakerStore(table()),
    queueUrls: (["IngestQueue", "InteractionQueue", "FlagQueue", "MailQueue"] as const).map(
      (name) => resource(name).url,
    ),
    buckets: (["Uploads", "Library", "Events"] as const).map((name) => resource(name).name),
    userPool: userPool(),
  });
  const unsavedHealth: HealthPorts["unsavedHealth"] = [];
  return {
    ...base(),
    healthHistory,
    healthProbes,
    unsavedHealth,
    healthWatch: createHealthWatch({ ...base(), healthProbes }),
  };
});

/** Everything: the web server and scripts. */
export const deps = /* @__PURE__ */ once(() => ({
  ...chatDeps(),
  ...ingestDeps(),
  ...recordDeps(),
  ...accountPorts(),
  ...healthDeps(),
  passageRebuilds: passages().rebuilds,
  talks: createTalkReader(chatDeps().exchanges),
  reviewArchive: createS3EventArchive({ bucket: resource("Events").name }),
  staffIdentity: createCognitoIdentity({
    ...userPool(),
    clientId: resource("StaffPoolClient").id,
  }),
  classrooms: createClassroomStore(table()),
  pupils: createPupilStore(table()),
}));
export type Deps = ReturnType<typeof deps>;
