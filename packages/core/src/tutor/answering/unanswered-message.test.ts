import { expect, test } from "vitest";
import { silentLog, systemClock, systemIds } from "../../kernel/index.ts";
import { tutorActor } from "../../../../../tests/support/tutor-actor.ts";
import { unansweredMessage } from "./unanswered-message.ts";

const ctx = {
  actor: { ...tutorActor(), name: "Дөлгөөн Б." },
  clock: systemClock,
  ids: systemIds,
  log: silentLog,
};
const told = (question: string) => unansweredMessage(ctx, { question }, 0)?.question;

test("a plain question is told on, with neither pupil nor class nor school", () => {
  const message = unansweredMessage(ctx, { question: "  Хар нүх гэж\n юу вэ? ", subject: "physics" }, 7);
  expect(message).toMatchObject({
    type: "tutor.found-nothing",
    atMs: 7,
    grade: ctx.actor.grade,
    subject: "physics",
    question: "Хар нүх гэж юу вэ?",
  });
  const { studentId, classroomId, schoolId, sessionId } = ctx.actor;
  for (const id of [studentId, classroomId, schoolId, sessionId]) expect(JSON.stringify(message)).not.toContain(id);
});

test.each([
  ["masked personal data", "Миний утас [утасны дугаар] яагаад болохгүй байна?"],
  ["the pupil's own name", "Дөлгөөнд ямар ном хэрэгтэй вэ?"],
  ["the pupil's own name without ө", "Dolgoon geed huuhed yamar nom unshih ve"],
  ["an introduction", "Намайг Сараа гэдэг, найз болох уу?"],
  ["a name in Latin letters", "minii ner Saraa"],
  ["a long story", `Өчигдөр бид ${"маш их ".repeat(20)} явсан`],
  ["nothing", " "],
])("%s is not told on", (_what, question) => {
  expect(told(question)).toBeUndefined();
});

test.each(["Хар нүх гэж юу вэ?", "Яагаад тэнгэр цэнхэр вэ?", "kvant fizik gej yu ve"])(
  "«%s» is told on",
  (question) => {
    expect(told(question)).toBe(question);
  },
);
