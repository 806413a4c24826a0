import type { AnswerEvent } from "@ukhaan/core/tutor/schema";
import { expect, test } from "vitest";
import { againExchange, applyEvent, beginExchange, isOnItsWay, loadedExchange, shownAnswer } from "./thread.ts";

const nowMs = 1_800_000_000_000;
const begun = beginExchange({ exchangeId: "exc_1", question: "Юу вэ?", mode: "answer", followUp: false }, nowMs);
const citation = { number: 1 } as never;
const done: AnswerEvent = {
  type: "done",
  exchangeId: "exc_1",
  conversationId: "cnv_1",
  title: "Юу вэ?",
  outcome: "answered",
  source: "model",
  replayed: false,
};
const play = (events: AnswerEvent[], from = begun) =>
  events.reduce((exchange, event) => applyEvent(exchange, event, nowMs), from);

test("an answer grows, keeps its sources and ends", () => {
  const shown = play([
    { type: "status", status: "searching" },
    { type: "sources", citations: [citation] },
    { type: "delta", text: "Энэ " },
    { type: "delta", text: "бол" },
    done,
  ]);
  expect(shown).toMatchObject({ answer: "Энэ бол", citations: [citation], phase: "done", outcome: "answered" });
  expect(isOnItsWay(shown)).toBe(false);
});

test("a resumed answer replaces the half that was shown, without a flicker before its first text", () => {
  const half = play([
    { type: "sources", citations: [citation] },
    { type: "delta", text: "Энэ бо" },
  ]);
  const again = againExchange({ ...half, phase: "lost" }, "resuming");
  expect(again.answer).toBe("Энэ бо");
  expect(play([{ type: "status", status: "resuming" }], again).answer).toBe("Энэ бо");
  expect(play([{ type: "delta", text: "Энэ бол бүтэн" }, done], again).answer).toBe("Энэ бол бүтэн");
});

test("a card that replaces takes away what was streamed", () => {
  const shown = play([
    { type: "delta", text: "муу" },
    { type: "redirect", card: "crisis", replaces: true },
  ]);
  expect(shown).toMatchObject({ card: "crisis", answer: "", citations: [] });
});

test("a limit says when the question may be asked again", () => {
  const shown = play([{ type: "error", code: "tutor.too-fast", retryAfterS: 30 }]);
  expect(shown).toMatchObject({ phase: "refused", retryAtMs: nowMs + 30_000 });
  expect(againExchange(shown, "sending")).not.toHaveProperty("retryAtMs");
});

test("the same notice twice is one line", () => {
  const notice: AnswerEvent = { type: "notice", notice: "passages-only" };
  expect(play([notice, notice]).notices).toEqual(["passages-only"]);
});

test("a saved question without an answer counts as lost, a stopped one does not", () => {
  const saved = {
    exchangeId: "exc_1",
    askedAtMs: nowMs,
    question: "Юу вэ?",
    answer: "",
    notices: [],
    citations: [],
    mode: "answer" as const,
    blocks: [],
  };
  expect(loadedExchange({ ...saved, state: "asked" }, 0).phase).toBe("lost");
  const stopped = { ...saved, state: "answered" as const, answer: "Энэ бол урт", stoppedAt: 4 };
  expect(loadedExchange(stopped, 1)).toMatchObject({ phase: "done", stopped: true, answer: "Энэ ", followUp: true });
  expect(shownAnswer(stopped)).toBe("Энэ ");
});

test("an answer that was stopped while it is still being made is shown as stopped, and its rest can be asked for", () => {
  const saved = { exchangeId: "exc_1", askedAtMs: nowMs, question: "Юу вэ?", answer: "", notices: [], citations: [] };
  const shown = loadedExchange({ ...saved, mode: "answer", blocks: [], state: "asked", stoppedAt: 40 }, 0);
  expect(shown).toMatchObject({ phase: "done", stopped: true, answer: "" });
  const whole = play([{ type: "delta", text: "Энэ бол бүтэн" }, done], againExchange(shown, "resuming"));
  expect(whole).toMatchObject({ phase: "done", stopped: false, answer: "Энэ бол бүтэн" });
});
