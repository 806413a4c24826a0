import { Worker } from "node:worker_threads";
import { type OpenPdf, PdfRefused, type PdfReader } from "../textbook/ports.ts";
import type { Answer, CallName, WorkerCalls } from "./pdf/worker-protocol.ts";

const mebibyte = 1024 * 1024;

export interface PdfLimits {
  /** Longest time for one call. */
  readonly callMs: number;
  /** Time for a whole file: this, and `pageMs` more for each call. */
  readonly fileMs: number;
  readonly pageMs: number;
  /** How much the program's memory may grow while the file is open. */
  readonly growthBytes: number;
}

/** Wide enough that a busy machine fails no honest book (a page takes some 0.1 s on an idle one); a hostile file ends within 20 s. */
const defaultLimits: PdfLimits = { callMs: 18_000, fileMs: 18_000, pageMs: 2_000, growthBytes: 700 * mebibyte };

/**
 * Reads PDFs in a thread of their own, which is ended when a file takes too much time or memory: the heap's own limit
 * does not bound what a hostile file can make the parser hold.
 */
export function createPdfReader(limits: PdfLimits = defaultLimits): PdfReader {
  return {
    async open(bytes) {
      const thread = startThread(limits, bytes.byteLength);
      try {
        const { pageCount, outline } = await thread.ask("open", { bytes }, [bytes.buffer as ArrayBuffer]);
        const pdf: OpenPdf = {
          pageCount,
          outline,
          readPage: (pdfPage) => thread.ask("readPage", { pdfPage }),
          drawPage: (pdfPage) => thread.ask("drawPage", { pdfPage }),
          scanPage: (pdfPage) => thread.ask("scanPage", { pdfPage }),
          close: () => thread.end(),
        };
        return pdf;
      } catch (error) {
        await thread.end();
        throw error;
      }
    },
  };
}

interface Waiting {
  resolve(output: never): void;
  reject(reason: Error): void;
  readonly deadlineMs: number;
}

function startThread(limits: PdfLimits, fileBytes: number) {
  // Run from source under Node, or bundled beside the program as pdf-worker.mjs.
  const file = import.meta.url.endsWith(".ts") ? "./pdf-worker.ts" : "./pdf-worker.mjs";
  const worker = new Worker(new URL(file, import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 768 } });
  const waiting = new Map<number, Waiting>();
  const memoryLimit = process.memoryUsage.rss() + limits.growthBytes + 4 * fileBytes;
  let calls = 0;
  let budgetMs = limits.fileMs;
  let ended: Error | undefined;

  const endWith = (reason: Error) => {
    ended ??= reason;
    clearInterval(watchdog);
    for (const call of waiting.values()) call.reject(ended);
    waiting.clear();
    return worker.terminate();
  };
  const tickMs = 25;
  const watchdog = setInterval(() => {
    if (waiting.size === 0) return;
    budgetMs -= tickMs;
    const isLate = budgetMs < 0 || [...waiting.values()].some((call) => call.deadlineMs < performance.now());
    if (process.memoryUsage.rss() > memoryLimit) void endWith(new PdfRefused("too-complex"));
    else if (isLate) void endWith(new PdfRefused("timed-out"));
  }, tickMs);

  worker.on("message", (answer: Answer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("refused" in answer) call?.reject(new PdfRefused(answer.refused));
    else if ("bug" in answer) call?.reject(new Error(answer.bug));
    else call?.resolve(answer.output as never);
  });
  worker.on("error", (error: Error & { code?: string }) => {
    // Out of its heap: the file's doing. Anything else is ours.
    const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
    void endWith(isMemory ? new PdfRefused("too-complex", { cause: error }) : error);
  });
  worker.on("exit", () => void endWith(new Error("the PDF thread ended")));

  return {
    ask<Name extends CallName>(
      call: Name,
      input: WorkerCalls[Name]["input"],
      transfer: readonly ArrayBuffer[] = [],
    ): Promise<WorkerCalls[Name]["output"]> {
      if (ended) return Promise.reject(ended);
      const id = (calls += 1);
      budgetMs += limits.pageMs;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, deadlineMs: performance.now() + limits.callMs });
        worker.postMessage({ id, call, input }, [...transfer]);
      });
    },
    end: async () => {
      await endWith(new Error("the PDF is closed"));
    },
  };
}
