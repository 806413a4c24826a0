import { beforeEach, expect, test } from "vitest";
import { forgetEverything, keepDraft, keepPending, readDraft, readPending, settlePending } from "./pending-question.ts";

const input = {
  conversationId: "cnv_1",
  exchangeId: "exc_1",
  question: "Фотосинтез гэж юу вэ?",
  mode: "answer" as const,
  followUp: false,
};
const nowMs = 1_800_000_000_000;
let shelf: Storage;

beforeEach(() => {
  const kept = new Map<string, string>();
  shelf = {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (position) => [...kept.keys()][position] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
});

test("a question is pending until it is settled", () => {
  const pending = { studentId: "stu_1", input, askedAtMs: nowMs };
  keepPending(pending, shelf);
  expect(readPending("stu_1", nowMs + 1000, shelf)).toEqual(pending);
  settlePending("stu_1", "exc_1", shelf);
  expect(readPending("stu_1", nowMs + 1000, shelf)).toBeUndefined();
});

test("settling an earlier question leaves a later one pending", () => {
  keepPending({ studentId: "stu_1", input, askedAtMs: nowMs }, shelf);
  settlePending("stu_1", "exc_0", shelf);
  expect(readPending("stu_1", nowMs, shelf)?.input.exchangeId).toBe("exc_1");
});

test("another pupil on the same phone finds neither question nor draft", () => {
  keepPending({ studentId: "stu_1", input, askedAtMs: nowMs }, shelf);
  keepDraft("stu_1", "хэн ч бүү уншаарай", shelf);
  expect(readPending("stu_2", nowMs, shelf)).toBeUndefined();
  expect(readDraft("stu_2", shelf)).toBe("");
});

test("two pupils who share a phone keep their own question and draft", () => {
  keepPending({ studentId: "stu_1", input, askedAtMs: nowMs }, shelf);
  keepDraft("stu_1", "миний ноорог", shelf);
  keepPending({ studentId: "stu_2", input: { ...input, exchangeId: "exc_2" }, askedAtMs: nowMs }, shelf);
  keepDraft("stu_2", "өөр ноорог", shelf);
  settlePending("stu_2", "exc_2", shelf);
  expect(readPending("stu_1", nowMs, shelf)?.input.exchangeId).toBe("exc_1");
  expect(readDraft("stu_1", shelf)).toBe("миний ноорог");
});

test("a question that stands under another pupil's name is not theirs", () => {
  const pending = { studentId: "stu_1", input, askedAtMs: nowMs };
  shelf.setItem("ukhaan.pending.stu_2", JSON.stringify(pending));
  expect(readPending("stu_2", nowMs, shelf)).toBeUndefined();
});

test("signing out leaves nothing of anybody, and what is not ours alone", () => {
  keepPending({ studentId: "stu_1", input, askedAtMs: nowMs }, shelf);
  keepDraft("stu_1", "ноорог", shelf);
  keepDraft("stu_2", "ноорог", shelf);
  shelf.setItem("elsewhere", "1");
  forgetEverything(shelf);
  expect(readPending("stu_1", nowMs, shelf)).toBeUndefined();
  expect(readDraft("stu_1", shelf)).toBe("");
  expect(readDraft("stu_2", shelf)).toBe("");
  expect(shelf.getItem("elsewhere")).toBe("1");
});

test.each([
  ["not json", "{"],
  ["of another shape", '{"studentId":1}'],
  ["without ids", '{"studentId":"stu_1","askedAtMs":1,"input":{}}'],
])("stored text that is %s is thrown away", (_, stored) => {
  shelf.setItem("ukhaan.pending.stu_1", stored);
  expect(readPending("stu_1", nowMs, shelf)).toBeUndefined();
  expect(shelf.getItem("ukhaan.pending.stu_1")).toBeNull();
});

test("a question of yesterday is not resumed", () => {
  keepPending({ studentId: "stu_1", input, askedAtMs: nowMs }, shelf);
  expect(readPending("stu_1", nowMs + 86_400_001, shelf)).toBeUndefined();
});

test("a browser that forbids storage loses the memory, not the page", () => {
  const forbidden = { ...shelf, getItem: refuse, setItem: refuse, removeItem: refuse };
  keepPending({ studentId: "stu_1", input, askedAtMs: nowMs }, forbidden);
  keepDraft("stu_1", "ноорог", forbidden);
  expect(readPending("stu_1", nowMs, forbidden)).toBeUndefined();
  expect(readDraft("stu_1", forbidden)).toBe("");
});

function refuse(): never {
  throw new DOMException("denied", "SecurityError");
}
