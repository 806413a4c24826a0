import type { Question } from "./question.ts";

/** A question that was sent and whose answer has not arrived whole yet. */
export interface PendingQuestion {
  /** Whose question: on a shared phone another pupil's is never resumed. */
  readonly studentId: string;
  readonly input: Question;
  readonly askedAtMs: number;
}

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const pendingKey = "ukhaan.pending";
const draftKey = "ukhaan.draft";
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
  attempt(() => shelf.setItem(pendingKey, JSON.stringify(pending)));
}

/** The pending question of this pupil; anything old, foreign or unreadable is thrown away. */
export function readPending(
  studentId: string,
  nowMs = Date.now(),
  shelf: Shelf = localStorage,
): PendingQuestion | undefined {
  const value: unknown = attempt(() => JSON.parse(shelf.getItem(pendingKey) ?? "null"));
  if (isPending(value) && value.studentId === studentId && nowMs - value.askedAtMs < keptForMs) return value;
  attempt(() => shelf.removeItem(pendingKey));
  return undefined;
}

/** Forgets the pending question once it is settled; a later one stays. */
export function settlePending(exchangeId: string, shelf: Shelf = localStorage): void {
  const value: unknown = attempt(() => JSON.parse(shelf.getItem(pendingKey) ?? "null"));
  if (!isPending(value) || value.input.exchangeId === exchangeId) attempt(() => shelf.removeItem(pendingKey));
}

/** Keeps what is typed but not sent; an empty draft is forgotten. */
export function keepDraft(studentId: string, text: string, shelf: Shelf = localStorage): void {
  attempt(() => (text ? shelf.setItem(draftKey, JSON.stringify([studentId, text])) : shelf.removeItem(draftKey)));
}

export function readDraft(studentId: string, shelf: Shelf = localStorage): string {
  const value: unknown = attempt(() => JSON.parse(shelf.getItem(draftKey) ?? "null"));
  return Array.isArray(value) && value[0] === studentId && typeof value[1] === "string" ? value[1] : "";
}

/** Leaves nothing of a pupil in this browser; called when signing out. */
export function forgetEverything(shelf: Shelf = localStorage): void {
  attempt(() => shelf.removeItem(pendingKey));
  attempt(() => shelf.removeItem(draftKey));
}
