import { DomainError, httpStatus, type Log } from "@ukhaan/core/kernel";
import type { Context, LambdaFunctionURLEvent } from "aws-lambda";
import { type ChatDeps, openAnswer } from "./open-answer.ts";
import { sseHeaders, writeEvents } from "./sse.ts";

type ResponseStream = awslambda.HttpResponseStream;

/** The chat function over given parts: `POST /api/chat` and `/api/chat/resume`, answered as server-sent events. */
export function createChatHandler(deps: () => ChatDeps) {
  return async (event: LambdaFunctionURLEvent, responseStream: ResponseStream, context: Context): Promise<void> => {
    const requestId = context.awsRequestId;
    const log = withRequestId(deps().log, requestId);
    const respond = (statusCode: number, headers: Readonly<Record<string, string>>) =>
      awslambda.HttpResponseStream.from(responseStream, {
        statusCode,
        headers: { ...headers, "x-request-id": requestId },
      });
    try {
      const events = await openAnswer(deps(), event, log);
      await writeEvents(respond(200, sseHeaders), events, log);
    } catch (error) {
      if (!(error instanceof DomainError)) log.error("A question failed before its answer began.", { error });
      respond(httpStatus(error), problemHeaders(error)).end(JSON.stringify(problem(error)));
    }
  };
}

const problem = (error: unknown) =>
  error instanceof DomainError
    ? { code: error.code, details: error.details }
    : { code: "kernel.internal", details: {} };

function problemHeaders(error: unknown): Readonly<Record<string, string>> {
  const retryAfterS = error instanceof DomainError ? error.details["retryAfterS"] : undefined;
  return {
    "content-type": "application/json",
    "cache-control": "no-store",
    ...(retryAfterS === undefined ? {} : { "retry-after": String(retryAfterS) }),
  };
}

/** Every line of one request carries its id, which the response carries too. */
function withRequestId(log: Log, requestId: string): Log {
  return {
    info: (message, fields) => log.info(message, { ...fields, requestId }),
    warn: (message, fields) => log.warn(message, { ...fields, requestId }),
    error: (message, fields) => log.error(message, { ...fields, requestId }),
  };
}
