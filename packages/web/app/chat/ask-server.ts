import type { AnswerEvent } from "@ukhaan/core/tutor/schema";
import type { Refusal } from "~/i18n/use-refusal.ts";
import type { Asker, Question } from "./question.ts";
import { readAnswer } from "./read-answer.ts";

/** The server's refusal before any stream began. */
export class Refused extends Error {
  readonly status: number;
  readonly refusal: Refusal;
  constructor(status: number, refusal: Refusal) {
    super(refusal.code);
    this.name = "Refused";
    this.status = status;
    this.refusal = refusal;
  }
}

/** Asks a question; the same ids again give the same answer, which the server makes only once. */
export function askServer(input: Question & Pick<Asker, "locale">, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
  return stream("/api/chat", input, signal);
}

/** Listens to an answer that is being made, or was, once more from its beginning. */
export function resumeFromServer(
  ids: Pick<Question, "conversationId" | "exchangeId">,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent> {
  return stream("/api/chat/resume", ids, signal);
}

async function* stream(path: string, body: unknown, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok) throw new Refused(response.status, await refusalOf(response));
  if (!response.body) throw new Error("the answer has no body");
  yield* readAnswer(response.body);
}

async function refusalOf(response: Response): Promise<Refusal> {
  const general: Refusal = { code: "kernel.internal", details: {} };
  if (!response.headers.get("content-type")?.includes("json")) return general;
  const value: unknown = await response.json();
  if (typeof value !== "object" || value === null || !("code" in value)) return general;
  const details = "details" in value && typeof value.details === "object" && value.details ? value.details : {};
  const retryAfterS = "retryAfterS" in value ? value.retryAfterS : response.headers.get("retry-after");
  const wait = retryAfterS === null ? {} : { retryAfterS: Number(retryAfterS) };
  return { code: String(value.code), details: { ...wait, ...details } };
}
