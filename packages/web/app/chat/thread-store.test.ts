import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ask, beganHere, enterPupil, isListening, loadThread, readRecent, readThread, stop } from "./thread-store.ts";

const bold = { studentId: "stu_bold", locale: "mn" } as const;
const saraa = { studentId: "stu_saraa", locale: "mn" } as const;
const question = { question: "Фотосинтез гэж юу вэ?", mode: "answer", followUp: false } as const;
const saved = {
  ...question,
  exchangeId: "exc_old",
  askedAtMs: 1,
  state: "answered",
  answer: "Энэ бол",
  notices: [],
  citations: [],
  blocks: [],
} as const;

/** The server's end of the one answer stream that is open. */
let stream: ReadableStreamDefaultController<Uint8Array>;
const requests: AbortSignal[] = [];

beforeEach(() => {
  requests.length = 0;
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (path === "/answers") return Response.json({ ok: true });
    if (init.signal) requests.push(init.signal);
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller) });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  });
});

afterEach(() => {
  enterPupil("nobody");
  vi.unstubAllGlobals();
});

const say = (event: object) => stream.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`));
const done = (conversationId: string, exchangeId: string) => ({
  type: "done",
  conversationId,
  exchangeId,
  title: "Фотосинтез",
  outcome: "answered",
  source: "model",
  replayed: false,
});

test("the next pupil on the same page finds neither threads nor the list of the one before", async () => {
  const asked = ask(bold, { ...question, conversationId: "cnv_1", exchangeId: "exc_1" });
  await expect.poll(() => requests.length).toBe(1);
  say({ type: "delta", text: "Энэ бол" });
  say(done("cnv_1", "exc_1"));
  await asked;
  expect(readThread("stu_bold", "cnv_1")).toMatchObject([{ answer: "Энэ бол", phase: "done" }]);
  expect(readRecent("stu_bold")).toMatchObject([{ title: "Фотосинтез" }]);

  // Also before anything has said that somebody else is here.
  expect(readThread("stu_saraa", "cnv_1")).toBeUndefined();
  expect(readRecent("stu_saraa")).toEqual([]);
  enterPupil("stu_saraa");
  expect(readThread("stu_saraa", "cnv_1")).toBeUndefined();
  // Nor does the first one's memory come back under their name on a page that was left to somebody else.
  expect(readThread("stu_bold", "cnv_1")).toBeUndefined();
  expect(readRecent("stu_bold")).toEqual([]);
});

test("an answer that is on its way when the pupil changes is cut off and arrives nowhere", async () => {
  const asked = ask(bold, { ...question, conversationId: "cnv_2", exchangeId: "exc_2" });
  await expect.poll(() => requests.length).toBe(1);
  expect(beganHere("cnv_2")).toBe(true);
  loadThread("stu_saraa", "cnv_9", [saved]);
  expect(requests[0]?.aborted).toBe(true);
  expect(isListening("exc_2")).toBe(false);
  say({ type: "delta", text: "Болдын хариулт" });
  say(done("cnv_2", "exc_2"));
  await asked;
  expect(readThread("stu_saraa", "cnv_2")).toBeUndefined();
  expect(readRecent("stu_saraa")).toEqual([]);
  expect(beganHere("cnv_2")).toBe(false);
  expect(readThread("stu_saraa", "cnv_9")).toMatchObject([{ exchangeId: "exc_old" }]);
});

test("the same pupil keeps what the page knows", () => {
  loadThread("stu_saraa", "cnv_9", [saved]);
  enterPupil("stu_saraa");
  expect(readThread("stu_saraa", "cnv_9")).toHaveLength(1);
});

test("stopping ends the listening, so that the rest can be asked for at once", async () => {
  const asked = ask(saraa, { ...question, conversationId: "cnv_3", exchangeId: "exc_3" });
  await expect.poll(() => requests.length).toBe(1);
  stop("cnv_3", "exc_3");
  expect(isListening("exc_3")).toBe(false);
  expect(requests[0]?.aborted).toBe(true);
  stream.close();
  await asked;
  expect(readThread("stu_saraa", "cnv_3")).toMatchObject([{ phase: "done", stopped: true }]);
});
