import { expect, test } from "vitest";
import { tutorActor } from "../../../../../tests/support/tutor-actor.ts";
import { silentLog, systemClock, systemIds } from "../../kernel/index.ts";
import type { InteractionMessage, UnansweredMessage } from "../../learning/index.ts";
import type { SavedAnswer, SavedExchange } from "../ports.ts";
import { reportInteraction } from "./report-interaction.ts";

const actor = tutorActor();
const exchange = {
  conversationId: systemIds.next("conversation"),
  exchangeId: systemIds.next("exchange"),
  question: "Хар нүх гэж юу вэ?",
} as SavedExchange;

async function reported(outcome: SavedAnswer["outcome"], question = exchange.question) {
  const sent: (InteractionMessage | UnansweredMessage)[] = [];
  const interactions = { send: async (message: InteractionMessage | UnansweredMessage) => void sent.push(message) };
  const ctx = { actor, clock: systemClock, ids: systemIds, log: silentLog, interactions };
  await reportInteraction(ctx, { ...exchange, question }, { outcome, citations: [], categories: [] }, { startedMs: 0 });
  return sent;
}

test("an answered question is told of without its words", async () => {
  const sent = await reported("passages");
  expect(sent.map(({ type }) => type)).toEqual(["tutor.answered"]);
  expect(JSON.stringify(sent)).not.toContain("нүх");
});

test("one that found nothing is told of twice: the pupil without the words, the words without the pupil", async () => {
  const sent = await reported("not-in-books");
  const about = sent.find(({ type }) => type === "tutor.answered");
  const words = sent.find(({ type }) => type === "tutor.found-nothing");
  expect(about).toMatchObject({ studentId: actor.studentId, outcome: "not-in-books" });
  expect(JSON.stringify(about)).not.toContain("нүх");
  expect(words).toMatchObject({ question: exchange.question });
  for (const id of [actor.studentId, actor.classroomId, actor.schoolId, exchange.exchangeId, exchange.conversationId]) {
    expect(JSON.stringify(words)).not.toContain(id);
  }
});

test("one that may hold somebody's own affairs is told of without its words alone", async () => {
  const sent = await reported("not-in-books", "Миний утас [утасны дугаар]");
  expect(sent.map(({ type }) => type)).toEqual(["tutor.answered"]);
});
