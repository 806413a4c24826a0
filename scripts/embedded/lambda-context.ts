import { randomUUID } from "node:crypto";
import type { Context } from "aws-lambda";

/** The context of one invocation that has `timeoutMs` from now. */
export function lambdaContext(timeoutMs: number): Context {
  const endMs = Date.now() + timeoutMs;
  return {
    awsRequestId: randomUUID(),
    callbackWaitsForEmptyEventLoop: false,
    functionName: "embedded",
    functionVersion: "$LATEST",
    invokedFunctionArn: "arn:aws:lambda:ap-northeast-2:000000000000:function:embedded",
    logGroupName: "/aws/lambda/embedded",
    logStreamName: "embedded",
    memoryLimitInMB: "1024",
    getRemainingTimeInMillis: () => Math.max(0, endMs - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
