import type { EntityItem } from "electrodb";
import { isBadCursor } from "../account/index.ts";
import {
  type ClassroomId,
  type ConversationId,
  DomainError,
  type ExchangeId,
  type FlagId,
  type Page,
  type SchoolId,
  type StudentId,
  type TableHandle,
} from "../kernel/index.ts";
import { flagEntity } from "./flag.entity.ts";
import type { FlagStore, StoredFlag } from "./flag-ports.ts";

const pageSize = 25;
/** A history longer than this is somebody's mistake, and an item holds 400 kB. */
const mostSteps = 150;
const waiting = "waiting";
const guarded = { response: "none", returnOnConditionCheckFailure: true } as const;

/** Flags in the single table: by school and state, by their next step, and by stage for the platform. */
export function createFlagStore(table: TableHandle): FlagStore {
  const flags = flagEntity(table);
  return {
    async create({ pupil, steps, ...flag }) {
      const { name, ...ids } = pupil;
      const { rejected } = await flags
        .create({
          ...flag,
          ...ids,
          pupilName: name,
          categories: [...flag.categories],
          steps: [...steps],
          stepCount: steps.length,
          noteCount: 0,
          watch: waiting,
        })
        .go(guarded);
      return !rejected;
    },

    async get({ schoolId, flagId }) {
      const { data } = await flags.get({ schoolId, flagId }).go({ consistent: true });
      return data ? toStored(data) : undefined;
    },

    listOf: ({ schoolId, state, severity, sinceMs, cursor }) => {
      const all = flags.query.byState({ schoolId, state });
      const recent = sinceMs === undefined ? all : all.gte({ raisedAtMs: sinceMs });
      const wanted = severity === undefined ? recent : recent.where((at, { eq }) => eq(at.severity, severity));
      return paged(wanted.go({ count: pageSize, cursor: cursor ?? null }), cursor);
    },

    listEscalated: ({ state, severity, cursor }) => {
      const all = flags.query.byStage({ stage: "platform", state });
      const wanted = severity === undefined ? all : all.where((at, { eq }) => eq(at.severity, severity));
      return paged(wanted.go({ count: pageSize, cursor: cursor ?? null }), cursor);
    },

    async due(nowMs, limit) {
      const { data } = await flags.query
        .byNextStep({ watch: waiting })
        .lt({ nextStepAtMs: nowMs + 1 })
        .go({ count: limit });
      return data.map(toStored);
    },

    async move({ schoolId, flagId, raisedAtMs, fromStepAtMs, step, ...change }) {
      const { rejected } = await flags
        .patch({ schoolId, flagId })
        .set({ ...change, state: "open", watch: waiting })
        .append({ steps: step ? [step] : [] })
        .add({ stepCount: step ? 1 : 0 })
        .composite({ raisedAtMs })
        .where(
          (at, { eq }) =>
            `${eq(at.nextStepAtMs, fromStepAtMs)} AND ${eq(at.watch, waiting)} AND ${eq(at.state, "open")}`,
        )
        .go(guarded);
      return !rejected;
    },

    async settle({ schoolId, flagId, raisedAtMs, from, to, step, needsNote }) {
      // Escalation may move the flag between the look at its keys and the write; it does so minutes apart, not twice.
      for (let round = 0; round < 3; round += 1) {
        const { data: known } = await flags.get({ schoolId, flagId }).go({ consistent: true });
        if (!known || !from.includes(known.state) || (needsNote && known.noteCount === 0)) return false;
        const { stage, nextStepAtMs } = known;
        const { rejected } = await flags
          .patch({ schoolId, flagId })
          .set({ state: to, watch: schoolId, ...(to === "acknowledged" ? { acknowledgedAtMs: step.atMs } : {}) })
          .append({ steps: [step] })
          .add({ stepCount: 1 })
          .composite({ raisedAtMs, stage, nextStepAtMs })
          .where((at, { eq, gte }) => {
            const states = from.map((state) => eq(at.state, state)).join(" OR ");
            return `(${states})${needsNote ? ` AND ${gte(at.noteCount, 1)}` : ""}`;
          })
          .go(guarded);
        if (!rejected) return true;
      }
      return false;
    },

    async note({ schoolId, flagId, step }) {
      const { rejected } = await flags
        .patch({ schoolId, flagId })
        .append({ steps: [step] })
        .add({ stepCount: 1, noteCount: 1 })
        .where(
          (at, { eq, lt }) =>
            `(${eq(at.state, "open")} OR ${eq(at.state, "acknowledged")}) AND ${lt(at.stepCount, mostSteps)}`,
        )
        .go(guarded);
      return !rejected;
    },
  };
}

type FlagRecord = EntityItem<ReturnType<typeof flagEntity>>;

async function paged(
  query: Promise<{ data: readonly FlagRecord[]; cursor: string | null }>,
  cursor: string | undefined,
): Promise<Page<StoredFlag>> {
  const page = await query.catch((error: unknown) => {
    if (cursor === undefined || !isBadCursor(error)) throw error;
    throw new DomainError("invalid", "safety.invalid-cursor", {}, { cause: error });
  });
  return { items: page.data.map(toStored), ...(page.cursor ? { cursor: page.cursor } : {}) };
}

function toStored(record: FlagRecord): StoredFlag {
  const { conversationId, exchangeId, acknowledgedAtMs, pupilName, studentId, classroomId, grade, ...flag } = record;
  const { stepCount: _steps, noteCount: _notes, watch: _watch, ...facts } = flag;
  return {
    ...facts,
    schoolId: record.schoolId as SchoolId,
    flagId: record.flagId as FlagId,
    pupil: {
      studentId: studentId as StudentId,
      classroomId: classroomId as ClassroomId,
      name: pupilName,
      grade,
    },
    ...(conversationId === undefined ? {} : { conversationId: conversationId as ConversationId }),
    ...(exchangeId === undefined ? {} : { exchangeId: exchangeId as ExchangeId }),
    ...(acknowledgedAtMs === undefined ? {} : { acknowledgedAtMs }),
  };
}
