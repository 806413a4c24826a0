/** Whether a conditional write took place: false when its guard refused; any other failure is thrown. */
export async function happened(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isRefusal(error) || isRefusal((error as { readonly cause?: unknown }).cause)) return false;
    throw error;
  }
}

const isRefusal = (error: unknown) =>
  error instanceof Error && error.name.startsWith("ConditionalCheckFailedException");
