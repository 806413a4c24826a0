/** Whether a conditional write took place: false when its guard refused; any other failure is thrown. */
export async function happened(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** Whether the guard of a conditional write refused it: DynamoDB's own word, or what a client wrapped around it. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name.startsWith("ConditionalCheckFailedException") || (error.cause !== undefined && isRefusal(error.cause)));
