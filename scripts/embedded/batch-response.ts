/**
 * Which messages of a batch a handler's answer leaves in the queue. An answer that AWS can't read, or that names a message
 * which was not in the batch, fails the whole batch; nothing, `{}` and an empty list mean that all is done.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function failedMessageIds(answer: unknown, batchIds: readonly string[]): ReadonlySet<string> {
  if (typeof answer !== "object" || answer === null || !("batchItemFailures" in answer)) return new Set();
  const { batchItemFailures: failures } = answer;
  if (failures === null || failures === undefined) return new Set();
  const everything = new Set(batchIds);
  if (!Array.isArray(failures)) return everything;

  const failed = new Set<string>();
  for (const failure of failures as unknown[]) {
    const id =
      typeof failure === "object" && failure && "itemIdentifier" in failure ? failure.itemIdentifier : undefined;
    if (typeof id !== "string" || !everything.has(id)) return everything;
    failed.add(id);
  }
  return failed;
}
