/** Why a moderation service gave no answer. */
export class ModerationFailure extends Error {
  /** Another attempt may succeed: an outage, a rate limit, half an answer. A refused request stays refused. */
  readonly isPassing: boolean;

  constructor(message: string, { isPassing, cause }: { readonly isPassing: boolean; readonly cause?: unknown }) {
    super(message, { cause });
    this.name = "ModerationFailure";
    this.isPassing = isPassing;
  }
}

const attempts = 2;

/** Runs a request, at most twice and each time no longer than `timeoutMs`: a child is waiting. */
export async function tryTwice<T>(timeoutMs: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run(AbortSignal.timeout(timeoutMs));
    } catch (error) {
      const isRefused = error instanceof ModerationFailure && !error.isPassing;
      if (isRefused || attempt >= attempts) throw error;
    }
  }
}
