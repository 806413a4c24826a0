/** True when the guard in the write held, false when it did not; other failures stay failures. */
export async function accepted(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isRefusal(error) || isRefusal((error as { cause?: unknown }).cause)) return false;
    throw error;
  }
}

const isRefusal = (error: unknown) => error instanceof Error && error.name === "ConditionalCheckFailedException";
