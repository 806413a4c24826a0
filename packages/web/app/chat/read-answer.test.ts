import type { AnswerEvent } from "@ukhaan/core/tutor/schema";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readAnswer } from "./read-answer.ts";

const events: AnswerEvent[] = [
  { type: "status", status: "searching" },
  { type: "delta", text: "Өө үү «ийм»\n\nхоёр" },
  { type: "redirect", card: "crisis", replaces: true },
];
const bytes = new TextEncoder().encode(
  `: keep-alive\n\n${events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("")}`,
);

function streamOf(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function collect(stream: ReadableStream<Uint8Array>, silenceMs?: number): Promise<AnswerEvent[]> {
  const found: AnswerEvent[] = [];
  for await (const event of readAnswer(stream, silenceMs)) found.push(event);
  return found;
}

test("events come out however the network cuts the bytes, also inside a letter", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 8 }), async (cuts) => {
      const places = [0, ...cuts.toSorted((one, other) => one - other), bytes.length];
      const chunks = places.slice(1).map((to, index) => bytes.slice(places[index], to));
      expect(await collect(streamOf(...chunks))).toEqual(events);
    }),
  );
});

test("an event of a kind that this page does not know is left out", async () => {
  const later = new TextEncoder().encode('data: {"type":"applause"}\n\ndata: 7\n\n');
  expect(await collect(streamOf(later, bytes))).toEqual(events);
});

test("a stream that falls silent is given up", async () => {
  const silent = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(bytes) });
  await expect(collect(silent, 20)).rejects.toThrow("silent");
});

test("leaving early cancels the request", async () => {
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes),
    cancel: () => void (cancelled = true),
  });
  for await (const _ of readAnswer(stream)) break;
  expect(cancelled).toBe(true);
});
