import type { Writable } from "node:stream";
import type { Log } from "@ukhaan/core/kernel";
import type { AnswerEvent } from "@ukhaan/core/tutor";

/** Proxies and phones drop a connection that is silent for long. */
const keepAliveMs = 15_000;

export const sseHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
} as const;

/**
 * Writes events as they come, as server-sent events, and a comment when nothing comes. Reads the events to their end even
 * when the client has gone: the answer is finished and saved, and can be resumed.
 */
export async function writeEvents(stream: Writable, events: AsyncIterable<AnswerEvent>, log: Log): Promise<void> {
  // A client that went away; without a listener it would end the process.
  stream.on("error", () => undefined);
  const write = (text: string) => {
    if (!stream.destroyed && !stream.writableEnded) stream.write(text);
  };
  const keepAlive = setInterval(() => write(": keep-alive\n\n"), keepAliveMs);
  try {
    for await (const event of events) write(toSse(event));
  } catch (error) {
    log.error("An answer's stream failed.", { error });
    write(toSse({ type: "error", code: "tutor.failed", retryAfterS: 5 }));
  } finally {
    clearInterval(keepAlive);
    stream.end();
  }
}

const toSse = (event: AnswerEvent) => `data: ${JSON.stringify(event)}\n\n`;
