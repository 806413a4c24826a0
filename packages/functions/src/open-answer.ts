import { evaluate, variantsOf } from "@ukhaan/core/flag";
import { type Ctx, DomainError, type Log, parse, requireRole, type Student } from "@ukhaan/core/kernel";
import { type AnswerEvent, ask, AskInput, resumeAnswer, ResumeInput } from "@ukhaan/core/tutor";
import type { LambdaFunctionURLEvent } from "aws-lambda";
import type { chatDeps } from "./deps.ts";
import { readJsonBody, requireSameSite } from "./function-url-request.ts";
import { requireActor } from "./http-session.ts";

export type ChatDeps = ReturnType<typeof chatDeps>;

/** Address → operation. */
const routes: Readonly<
  Record<string, (ctx: Ctx<Student, ChatDeps>, body: unknown) => AsyncGenerator<AnswerEvent, void>>
> = {
  "/api/chat": (ctx, body) => ask(ctx, parse(AskInput, body)),
  "/api/chat/resume": (ctx, body) => resumeAnswer(ctx, parse(ResumeInput, body)),
};

/**
 * Authenticates, parses and starts an answer, up to its first event: what is refused before it has a status of its own.
 * Throws DomainError.
 */
export async function openAnswer(
  deps: ChatDeps,
  event: LambdaFunctionURLEvent,
  log: Log,
): Promise<AsyncGenerator<AnswerEvent, void>> {
  const route = routes[event.rawPath];
  if (!route || event.requestContext.http.method !== "POST")
    throw new DomainError("not-found", "kernel.no-such-address");
  requireSameSite(event);
  const [someone, flags] = await Promise.all([requireActor(deps, event), deps.features.document()]);
  const actor = requireRole(someone, "student");
  // Switched off, or not for this pupil: the book answers, as it does without any model.
  const models = evaluate(flags, "models", actor) ? deps.models : [];
  const ctx = { ...deps, log, actor, models, variants: variantsOf(flags, actor) };
  const events = route(ctx, readJsonBody(event));
  const first = await events.next();
  return startingWith(first, events);
}

async function* startingWith(
  first: IteratorResult<AnswerEvent, void>,
  rest: AsyncGenerator<AnswerEvent, void>,
): AsyncGenerator<AnswerEvent, void> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
