import type { AnswerEvent } from "@ukhaan/core/tutor/schema";
import { createParser } from "eventsource-parser";

const types: ReadonlySet<string> = new Set<AnswerEvent["type"]>([
  "status",
  "sources",
  "delta",
  "redirect",
  "notice",
  "done",
  "error",
]);

/** The event of one `data:` field, or undefined for a kind that this page is too old to know. */
function answerEvent(data: string): AnswerEvent | undefined {
  const value: unknown = JSON.parse(data);
  if (typeof value !== "object" || value === null || !("type" in value)) return undefined;
  // Our own server wrote it from the same union; checking the tag keeps zod out of the browser.
  return types.has(String(value.type)) ? (value as AnswerEvent) : undefined;
}

/**
 * Reads an answer stream (server-sent events) to its end. Throws when the connection breaks or says nothing, not even
 * a comment, for `silenceMs`.
 */
export async function* readAnswer(body: ReadableStream<Uint8Array>, silenceMs = 45_000): AsyncGenerator<AnswerEvent> {
  const events: AnswerEvent[] = [];
  const parser = createParser({
    onEvent({ data }) {
      const event = answerEvent(data);
      if (event) events.push(event);
    },
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    while (true) {
      const { done, value } = await withinSilence(reader.read(), silenceMs);
      if (value) parser.feed(decoder.decode(value, { stream: true }));
      yield* events.splice(0);
      if (done) return;
    }
  } finally {
    // Ends the request when the page stops listening; a connection that is broken already has nothing to cancel.
    reader.cancel().catch(() => undefined);
  }
}

async function withinSilence<T>(read: Promise<T>, silenceMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the answer stream fell silent")), silenceMs);
  });
  try {
    return await Promise.race([read, silence]);
  } finally {
    clearTimeout(timer);
  }
}
