import type { AnswerEvent, ExchangeView } from "@ukhaan/core/tutor/schema";
import type { Refusal } from "~/i18n/use-refusal.ts";
import type { Block } from "~/markdown/blocks.ts";
import type { Question } from "./question.ts";

/** `sending` to `writing`: the answer is on its way · `lost`: the connection broke · `refused`: the server said no. */
export type Phase = "sending" | "searching" | "thinking" | "resuming" | "writing" | "done" | "lost" | "refused";

/** One question and its answer as the page shows them. */
export interface ShownExchange extends Pick<
  ExchangeView,
  "question" | "mode" | "answer" | "citations" | "notices" | "askedAtMs"
> {
  readonly exchangeId: string;
  readonly phase: Phase;
  readonly subject?: Question["subject"];
  readonly followUp: boolean;
  readonly card?: ExchangeView["card"];
  readonly outcome?: ExchangeView["outcome"];
  readonly rating?: ExchangeView["rating"];
  readonly stopped: boolean;
  readonly refusal?: Refusal;
  /** When a refused question may be asked again. */
  readonly retryAtMs?: number;
  /** The answer as blocks, where the server has parsed it already. */
  readonly blocks?: readonly Block[];
  /** True between a (re)connection and its first content, which replaces what was shown before. */
  readonly stale: boolean;
}

export interface LoadedExchange extends ExchangeView {
  readonly blocks: readonly Block[];
}

const onItsWay: ReadonlySet<Phase> = new Set(["sending", "searching", "thinking", "resuming", "writing"]);

export function isOnItsWay(exchange: ShownExchange): boolean {
  return onItsWay.has(exchange.phase);
}

/** A question at the moment it is sent. */
export function beginExchange(input: Omit<Question, "conversationId">, nowMs: number): ShownExchange {
  const { exchangeId, question, mode, followUp, subject } = input;
  return {
    exchangeId,
    question,
    mode,
    followUp,
    ...(subject && { subject }),
    askedAtMs: nowMs,
    phase: "sending",
    answer: "",
    citations: [],
    notices: [],
    stopped: false,
    stale: true,
  };
}

/** The text of a saved answer that is shown: a stopped one ends where it was stopped. */
export function shownAnswer({ answer, stoppedAt }: Pick<ExchangeView, "answer" | "stoppedAt">): string {
  return stoppedAt === undefined ? answer : answer.slice(0, stoppedAt);
}

/** A saved exchange; one whose answer is still being made counts as lost until somebody resumes it. */
export function loadedExchange(view: LoadedExchange, position: number): ShownExchange {
  const { state, stoppedAt, ...rest } = view;
  const stopped = stoppedAt !== undefined;
  return {
    ...rest,
    answer: shownAnswer(view),
    phase: state === "asked" && !stopped ? "lost" : "done",
    followUp: position > 0,
    stopped,
    stale: true,
  };
}

const fresh = (exchange: ShownExchange): ShownExchange => {
  const { blocks: _, card: __, ...rest } = exchange;
  return exchange.stale ? { ...rest, answer: "", citations: [], notices: [], stale: false } : rest;
};

/** What the exchange looks like after one more event of its stream. */
export function applyEvent(exchange: ShownExchange, event: AnswerEvent, nowMs: number): ShownExchange {
  switch (event.type) {
    case "status":
      return { ...exchange, phase: event.status };
    case "sources":
      return { ...fresh(exchange), citations: event.citations };
    case "notice": {
      // A word after a card leaves the card where it is.
      const base = { ...fresh(exchange), ...(!exchange.stale && exchange.card && { card: exchange.card }) };
      return base.notices.includes(event.notice) ? base : { ...base, notices: [...base.notices, event.notice] };
    }
    case "delta": {
      const base = fresh(exchange);
      return { ...base, phase: "writing", answer: base.answer + event.text };
    }
    case "redirect": {
      const base = fresh(exchange);
      return { ...base, phase: "writing", card: event.card, ...(event.replaces && { answer: "", citations: [] }) };
    }
    case "done":
      return { ...exchange, phase: "done", outcome: event.outcome };
    case "error": {
      const retryAfterS = event.retryAfterS;
      const details = retryAfterS === undefined ? {} : { retryAfterS };
      return refused(exchange, { code: event.code, details }, nowMs);
    }
  }
}

/** The server refused: limits count down to `retryAtMs`, everything else waits for the pupil. */
export function refused(exchange: ShownExchange, refusal: Refusal, nowMs: number): ShownExchange {
  const retryAfterS = Number(refusal.details["retryAfterS"] ?? 0);
  const { retryAtMs: _, ...rest } = exchange;
  return { ...rest, phase: "refused", refusal, ...(retryAfterS > 0 && { retryAtMs: nowMs + retryAfterS * 1000 }) };
}

/** The same question, asked (or listened to) once more with the same ids. */
export function againExchange(exchange: ShownExchange, phase: "sending" | "resuming"): ShownExchange {
  const { refusal: _, retryAtMs: __, ...rest } = exchange;
  return { ...rest, phase, stopped: false, stale: true };
}
