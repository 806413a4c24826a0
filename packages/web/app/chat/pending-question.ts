import type { Question } from "./question.ts";

/** A question that was sent and whose answer has not arrived whole yet. */
export interface PendingQuestion {
  /** Whose question: on a shared phone another pupil's is never resumed. */
  readonly studentId: string;
  readonly input: Question;
  readonly askedAtMs: number;
}

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What stands in the browser's storage is each pupil's own; another one's is neither read nor overwritten. */
const prefix = "ukhaan.";
const pendingKey = (studentId: string) => `${prefix}pending.${studentId}`;
const draftKey = (studentId: string) => `${prefix}draft.${studentId}`;
/** After a day an unanswered question is history, not something to resume. */
const keptForMs = 86_400_000;

/** Storage may be full or forbidden (private windows): then the page works without memory. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

function isPending(value: unknown): value is PendingQuestion {
  if (typeof value !== "object" || value === null) return false;
  const { studentId, input, askedAtMs } = value as Partial<Record<keyof PendingQuestion, unknown>>;
  if (typeof studentId !== "string" || typeof askedAtMs !== "number") return false;
  if (typeof input !== "object" || input === null) return false;
  const { conversationId, exchangeId, question } = input as Record<string, unknown>;
  return [conversationId, exchangeId, question].every((part) => typeof part === "string");
}

export function keepPending(pending: PendingQuestion, shelf: Shelf = localStorage): void {
  attempt(() => shelf.setItem(pendingKey(pending.studentId), JSON.stringify(pending)));
}

/** The pending question of this pupil; what is old or unreadable is thrown away. */
export function readPending(
  studentId: string,
  nowMs = Date.now(),
  shelf: Shelf = localStorage,
): PendingQuestion | undefined {
  const value: unknown = attempt(() => JSON.parse(shelf.getItem(pendingKey(studentId)) ?? "null"));
  if (isPending(value) && value.studentId === studentId && nowMs - value.askedAtMs < keptForMs) return value;
  attempt(() => shelf.removeItem(pendingKey(studentId)));
  return undefined;
}

/** Forgets the pending question once it is settled; a later one stays. */
export function settlePending(studentId: string, exchangeId: string, shelf: Shelf = localStorage): void {
  const value: unknown = attempt(() => JSON.parse(shelf.getItem(pendingKey(studentId)) ?? "null"));
  if (!isPending(value) || value.input.exchangeId === exchangeId)
    attempt(() => shelf.removeItem(pendingKey(studentId)));
}

/** Keeps what is typed but not sent; an empty draft is forgotten. */
export function keepDraft(studentId: string, text: string, shelf: Shelf = localStorage): void {
  attempt(() => (text ? shelf.setItem(draftKey(studentId), text) : shelf.removeItem(draftKey(studentId))));
}

export function readDraft(studentId: string, shelf: Shelf = localStorage): string {
  return attempt(() => shelf.getItem(draftKey(studentId))) ?? "";
}

/** Leaves nothing of any pupil in this browser; called when signing out. */
export function forgetEverything(shelf: Storage = localStorage): void {
  attempt(() => {
    const keys = Array.from({ length: shelf.length }, (_, position) => shelf.key(position));
    for (const key of keys) if (key?.startsWith(prefix)) shelf.removeItem(key);
  });
}
