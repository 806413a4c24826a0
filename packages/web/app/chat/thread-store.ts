import { keepPending, settlePending } from "./pending-question.ts";
import type { Refused } from "./ask-server.ts";
import type { Asker, Question } from "./question.ts";
import {
  againExchange,
  applyEvent,
  beginExchange,
  isOnItsWay,
  type LoadedExchange,
  loadedExchange,
  refused,
  type ShownExchange,
} from "./thread.ts";

/** What this page learned of a conversation since the list was loaded. */
export interface RecentConversation {
  readonly conversationId: string;
  readonly title: string;
  readonly lastAskedAtMs: number;
}

/** A broken connection is tried again by itself after these pauses; then the pupil decides. */
const pausesMs = [800, 3_000];

const threads = new Map<string, readonly ShownExchange[]>();
const connections = new Map<string, AbortController>();
/** Conversations whose first question was asked on this page and is still being answered. */
const begun = new Set<string>();
const listeners = new Set<() => void>();
/** Conversations that were deleted on this page. */
let deleted: ReadonlySet<string> = new Set<string>();
let recent: readonly RecentConversation[] = [];
/** Whose conversations these are. */
let owner: string | undefined;

const emit = () => {
  for (const listener of listeners) listener();
};

/**
 * Says who is signed in. Of another pupil, who used this page before, nothing stays: this memory outlives the pages, and
 * a phone or a school computer is shared.
 */
export function enterPupil(studentId: string): void {
  if (owner === studentId) return;
  owner = studentId;
  for (const connection of connections.values()) connection.abort();
  connections.clear();
  threads.clear();
  begun.clear();
  recent = [];
  deleted = new Set();
  emit();
}

/** Threads live outside the components, so that an answer goes on while the pupil looks at something else. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The exchanges of a conversation as this page knows them; nothing before {@link enterPupil} named this pupil. */
export function readThread(studentId: string, conversationId: string): readonly ShownExchange[] | undefined {
  return owner === studentId ? threads.get(conversationId) : undefined;
}

/** Whether this page listens to the answer right now. */
export function isListening(exchangeId: string): boolean {
  return connections.has(exchangeId);
}

const noRecent: readonly RecentConversation[] = [];

export function readRecent(studentId: string): readonly RecentConversation[] {
  return owner === studentId ? recent : noRecent;
}

/** Ids only, which name nothing to anybody else. */
export function readDeleted(): ReadonlySet<string> {
  return deleted;
}

/** Whether the server may not know this conversation yet. */
export function beganHere(conversationId: string): boolean {
  return begun.has(conversationId);
}

/** Takes over what the server has saved; an answer that is streaming here is newer than that. */
export function loadThread(studentId: string, conversationId: string, saved: readonly LoadedExchange[]): void {
  enterPupil(studentId);
  const live = (threads.get(conversationId) ?? []).filter(isOnItsWay);
  const known = saved
    .map(loadedExchange)
    .filter(({ exchangeId }) => !live.some((one) => one.exchangeId === exchangeId));
  threads.set(conversationId, [...known, ...live]);
  emit();
}

function change(conversationId: string, exchangeId: string, by: (exchange: ShownExchange) => ShownExchange): void {
  const thread = threads.get(conversationId);
  // Deleted, or another pupil has come: what still arrives of it is nobody's.
  if (!thread) return;
  threads.set(
    conversationId,
    thread.map((exchange) => (exchange.exchangeId === exchangeId ? by(exchange) : exchange)),
  );
  emit();
}

/** Asks a new question and shows it at once. */
export async function ask(asker: Asker, question: Question): Promise<void> {
  enterPupil(asker.studentId);
  const thread = threads.get(question.conversationId) ?? [];
  threads.set(question.conversationId, [...thread, beginExchange(question, Date.now())]);
  keepPending({ studentId: asker.studentId, input: question, askedAtMs: Date.now() });
  if (!question.followUp) begun.add(question.conversationId);
  emit();
  await listen(asker, question, "ask");
}

/** The same question once more, after a refusal or a lost connection. `resume`: the server is known to have it. */
export async function askAgain(asker: Asker, question: Question, way: "ask" | "resume"): Promise<void> {
  enterPupil(asker.studentId);
  if (connections.has(question.exchangeId)) return;
  const thread = threads.get(question.conversationId) ?? [];
  if (!thread.some(({ exchangeId }) => exchangeId === question.exchangeId)) {
    threads.set(question.conversationId, [...thread, beginExchange(question, Date.now())]);
  }
  const phase = way === "ask" ? "sending" : "resuming";
  change(question.conversationId, question.exchangeId, (exchange) => againExchange(exchange, phase));
  await listen(asker, question, way);
}

async function listen(asker: Asker, question: Question, firstWay: "ask" | "resume"): Promise<void> {
  const { conversationId, exchangeId } = question;
  const connection = new AbortController();
  connections.set(exchangeId, connection);
  let way = firstWay;
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        await follow(asker, question, way, connection.signal);
        return;
      } catch (problem) {
        if (connection.signal.aborted) return;
        // The question never reached the server: ask it instead of listening to it.
        if (isRefusal(problem) && problem.status === 404 && way === "resume") way = "ask";
        else if (isRefusal(problem)) return onRefused(asker, question, problem);
        const pauseMs = pausesMs[attempt];
        if (pauseMs === undefined || !navigator.onLine) {
          change(conversationId, exchangeId, (exchange) => ({ ...exchange, phase: "lost" }));
          return;
        }
        change(conversationId, exchangeId, (exchange) => againExchange(exchange, "resuming"));
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        if (connection.signal.aborted) return;
      }
    }
  } finally {
    // An aborted one has left the list already, and the next may listen to the same answer.
    if (connections.get(exchangeId) === connection) connections.delete(exchangeId);
    // A question that was lost on the way may still be known to this page only.
    const shown = threads.get(conversationId)?.find((exchange) => exchange.exchangeId === exchangeId);
    if (shown?.phase !== "lost") begun.delete(conversationId);
  }
}

const isRefusal = (problem: unknown): problem is Refused => problem instanceof Error && problem.name === "Refused";

function onRefused(asker: Asker, { conversationId, exchangeId }: Question, { status, refusal }: Refused): void {
  // The session ended: the question stays pending and is asked after signing in again.
  if (status === 401) {
    location.assign(`/?to=${encodeURIComponent(location.pathname)}`);
    return;
  }
  settlePending(asker.studentId, exchangeId);
  change(conversationId, exchangeId, (exchange) => refused(exchange, refusal, Date.now()));
}

async function follow(asker: Asker, question: Question, way: "ask" | "resume", signal: AbortSignal): Promise<void> {
  const { conversationId, exchangeId } = question;
  // Fetched with the first question: the page itself opens without it.
  const { askServer, resumeFromServer } = await import("./ask-server.ts");
  const events =
    way === "ask"
      ? askServer({ ...question, locale: asker.locale }, signal)
      : resumeFromServer({ conversationId, exchangeId }, signal);
  for await (const event of events) {
    // Events that had arrived before the abort still come out of the buffer.
    if (signal.aborted) return;
    change(conversationId, exchangeId, (exchange) => applyEvent(exchange, event, Date.now()));
    if (event.type === "done") {
      const { title } = event;
      recent = [{ conversationId, title, lastAskedAtMs: Date.now() }, ...withoutRecent(conversationId)];
    }
    if (event.type === "done" || event.type === "error") {
      settlePending(asker.studentId, exchangeId);
      emit();
      return;
    }
  }
  throw new Error("the answer stream ended before its end was said");
}

/** Stops an answer: what is on the screen stays, and the server is told how much that was. */
export function stop(conversationId: string, exchangeId: string): void {
  const shown = threads.get(conversationId)?.find((exchange) => exchange.exchangeId === exchangeId);
  if (!shown || !isOnItsWay(shown)) return;
  const body = new URLSearchParams({
    intent: "stop",
    conversationId,
    exchangeId,
    shownChars: String(shown.answer.length),
  });
  // The screen stops in any case; if the word is lost, the whole answer is simply there next time.
  fetch("/answers", { method: "POST", body, keepalive: true }).catch(() => undefined);
  connections.get(exchangeId)?.abort();
  connections.delete(exchangeId);
  if (owner !== undefined) settlePending(owner, exchangeId);
  change(conversationId, exchangeId, (exchange) => ({ ...exchange, phase: "done", stopped: true }));
}

export function setRating(conversationId: string, exchangeId: string, rating: "up" | "down"): void {
  change(conversationId, exchangeId, (exchange) => ({ ...exchange, rating }));
}

const withoutRecent = (conversationId: string) => recent.filter((one) => one.conversationId !== conversationId);

/** The list learned better: renamed here. */
export function renameRecent(conversationId: string, title: string, lastAskedAtMs: number): void {
  recent = [{ conversationId, title, lastAskedAtMs }, ...withoutRecent(conversationId)];
  emit();
}

/** Nothing of a deleted conversation stays on the page. */
export function forgetThread(conversationId: string): void {
  for (const { exchangeId } of threads.get(conversationId) ?? []) connections.get(exchangeId)?.abort();
  threads.delete(conversationId);
  recent = withoutRecent(conversationId);
  deleted = new Set([...deleted, conversationId]);
  emit();
}
