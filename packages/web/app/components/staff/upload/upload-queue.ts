import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { bookProblems, fileProblem } from "./book-form.ts";
import { hashFile } from "./hash-file.ts";
import { sendFile } from "./send-file.ts";
import type { BookValues, UploadItem } from "./upload-item.ts";
import { type PartsProgress, StepRefused, type UploadSteps } from "./upload-steps.ts";

const atOnce = 2;
const pollEveryMs = 1_500;
const retryAfterMs = [1_000, 2_000, 5_000, 10_000, 20_000] as const;

/** Files on their way to become textbooks. Outside React: sending goes on whatever is drawn. */
export interface UploadQueue {
  /** The files as they are now; another array after every change. */
  items(): readonly UploadItem[];
  subscribe(listener: () => void): () => void;
  /** Takes files in; the ones that can't be sent say so at once. */
  add(files: readonly File[], valuesOf: (file: File) => BookValues): Promise<void>;
  change(id: string, values: Partial<BookValues>): void;
  /** Writes the same into every file that is still being filled in. */
  changeAll(values: Partial<BookValues>): void;
  insist(id: string): void;
  /** Checks every file that is being filled in and sends those that are right; answers how many are not. */
  start(): Promise<number>;
  stop(id: string): void;
  goOn(id: string): void;
  /** Takes a file off the list; what was sent of it, and its book, are dropped too. */
  remove(id: string): void;
  /** Looks after what has been sent from now on. */
  open(): void;
  /** Stops everything: the page is being left. */
  close(): void;
}

interface QueueOptions {
  readonly steps: UploadSteps;
  /** Resolves after `ms`, or as soon as the connection is back. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

export function createUploadQueue({ steps, pause }: QueueOptions): UploadQueue {
  let items: readonly UploadItem[] = [];
  let nextId = 1;
  let polling = false;
  const listeners = new Set<() => void>();
  const running = new Map<string, AbortController>();
  let closed = new AbortController();

  const set = (changed: readonly UploadItem[]) => {
    items = changed;
    for (const listener of listeners) listener();
  };
  const find = (id: string) => items.find((item) => item.id === id);
  const patch = (id: string, change: Partial<UploadItem>) =>
    set(items.map((item) => (item.id === id ? { ...item, ...change } : item)));

  /** Begins what waits, two files at once. */
  function proceed(): void {
    for (const { id, state } of items) {
      if (running.size >= atOnce) return;
      if (state === "waiting" && !running.has(id)) void run(id);
    }
  }

  async function run(id: string): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    const { signal } = controller;
    patch(id, { state: "sending", message: undefined });
    let isRetry = false;
    for (let failures = 0; !signal.aborted; failures += 1) {
      const before = find(id)?.sentBytes ?? 0;
      const outcome = await sendOnce(id, signal, isRetry);
      isRetry = true;
      if (outcome !== "lost") break;
      // What got through this time counts: only a dead line is asked ever more seldom.
      if ((find(id)?.sentBytes ?? 0) > before) failures = 0;
      if (signal.aborted) break;
      patch(id, { state: "lost" });
      await pause(retryAfterMs[Math.min(failures, retryAfterMs.length - 1)] ?? 1_000, signal);
    }
    if (running.get(id) === controller) running.delete(id);
    proceed();
  }

  async function sendOnce(id: string, signal: AbortSignal, isRetry: boolean): Promise<"lost" | "ended"> {
    const item = find(id);
    if (!item) return "ended";
    try {
      const progress = await beginOrGoOn(item, isRetry);
      patch(id, { textbookId: progress.textbookId });
      if (signal.aborted) return "ended";
      const onProgress = (sentBytes: number) => {
        if (!signal.aborted) patch(id, { state: "sending", sentBytes });
      };
      const outcome = await sendFile(steps, { item, progress, onProgress, signal });
      if (outcome === "lost") return "lost";
      if (outcome === "sent" && !signal.aborted) {
        patch(id, { state: "preparing", sentBytes: item.file.size });
        void poll();
      }
      return "ended";
    } catch (error) {
      if (!(error instanceof StepRefused)) return "lost";
      if (!signal.aborted) patch(id, { state: "refused", message: error.message });
      return "ended";
    }
  }

  async function beginOrGoOn(item: UploadItem, isRetry: boolean): Promise<PartsProgress> {
    if (item.textbookId) return steps.begin(item.textbookId, item);
    // The book may have been added and only the answer lost: it must not stand in the catalogue twice.
    const [known] = isRetry ? await steps.check([candidateOf(item)]) : [];
    if (known?.kind === "unfinished") return steps.begin(known.textbookId, item);
    return steps.add(item.values, item);
  }

  async function poll(): Promise<void> {
    if (polling) return;
    polling = true;
    while (!closed.signal.aborted) {
      const preparing = items.filter(({ state }) => state === "preparing");
      if (preparing.length === 0) break;
      const ids = preparing.flatMap(({ textbookId }) => (textbookId === undefined ? [] : [textbookId]));
      // A look that failed is taken again.
      const books = await steps.states(ids).catch(() => undefined);
      for (const { id, textbookId } of books ? preparing : []) {
        show(
          id,
          books?.find((book) => book.textbookId === textbookId),
        );
      }
      await pause(pollEveryMs, closed.signal);
    }
    polling = false;
  }

  function show(id: string, book: TextbookView | undefined): void {
    // Deleted by somebody else: it will never be ready.
    if (!book) return patch(id, { state: "gone" });
    const isDone = book.state === "ready" || book.state === "failed";
    patch(id, { book, ...(isDone ? { state: book.state === "ready" ? "ready" : "failed" } : {}) });
  }

  async function takeIn(file: File, values: BookValues): Promise<void> {
    const id = String(nextId++);
    set([...items, { id, file, values, problems: {}, insists: false, state: "editing", sentBytes: 0 }]);
    const problem = await fileProblem(file);
    if (problem) return patch(id, { problems: { file: problem } });
    // A file that went away, say with its memory card, is told of when it is sent.
    const fileHash = await hashFile(file).catch(() => undefined);
    const twin = items.find((item) => item.id !== id && fileHash !== undefined && item.fileHash === fileHash);
    patch(id, { fileHash, ...(twin ? { problems: { file: "fileTwice" } } : {}) });
  }

  function change(id: string, values: Partial<BookValues>): void {
    const item = find(id);
    if (!item) return;
    // What is being put right is no longer called wrong; the next sending checks again.
    const problems = Object.fromEntries(Object.entries(item.problems).filter(([field]) => !(field in values)));
    patch(id, { values: { ...item.values, ...values }, problems, duplicate: undefined });
  }

  return {
    items: () => items,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    async add(files, valuesOf) {
      // One after the other: each is held in memory while it is hashed.
      for (const file of files) await takeIn(file, valuesOf(file));
    },

    change,

    changeAll(values) {
      for (const { id, state } of items) if (state === "editing") change(id, values);
    },

    insist(id) {
      // It was found right in all else, or it would not have been compared.
      patch(id, { insists: true, duplicate: undefined, state: "waiting" });
      proceed();
    },

    async start() {
      for (const item of items) {
        if (item.state !== "editing") continue;
        const { file } = item.problems;
        patch(item.id, { problems: { ...(file && { file }), ...bookProblems(formOf(item.values)) } });
      }
      const right = items.filter(({ state, problems }) => state === "editing" && Object.keys(problems).length === 0);
      if (right.length > 0) {
        const duplicates = await steps.check(right.map(candidateOf));
        for (const [at, { id, insists }] of right.entries()) {
          const duplicate = duplicates[at];
          if (duplicate?.kind === "unfinished") patch(id, { state: "waiting", textbookId: duplicate.textbookId });
          else if (duplicate && !insists) patch(id, { duplicate });
          else patch(id, { state: "waiting" });
        }
      }
      proceed();
      return items.filter(({ state }) => state === "editing").length;
    },

    stop(id) {
      running.get(id)?.abort();
      running.delete(id);
      patch(id, { state: "stopped" });
      proceed();
    },

    goOn(id) {
      running.get(id)?.abort();
      running.delete(id);
      patch(id, { state: "waiting", message: undefined });
      proceed();
    },

    remove(id) {
      const item = find(id);
      running.get(id)?.abort();
      running.delete(id);
      set(items.filter((each) => each.id !== id));
      const isWhole =
        item?.state === "gone" || item?.state === "preparing" || item?.state === "ready" || item?.state === "failed";
      // What can't be dropped now stays in the catalogue as a book that waits for its file, to be dropped there.
      if (item?.textbookId !== undefined && !isWhole) steps.drop(item.textbookId).catch(() => undefined);
      proceed();
    },

    open() {
      closed = new AbortController();
      void poll();
    },

    close() {
      closed.abort();
      for (const controller of running.values()) controller.abort();
      running.clear();
    },
  };
}

const candidateOf = ({ fileHash, values }: UploadItem) => ({
  fileHash,
  title: values.title,
  grade: Number(values.grade),
  edition: Number(values.edition),
});

/** The values as a form carries them. */
export function formOf(values: BookValues): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
