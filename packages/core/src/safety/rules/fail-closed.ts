import { DomainError } from "../../kernel/index.ts";

/** What `run` finds. A fault in it is `unavailable` (safety.unavailable), never "nothing found". */
export function failClosed<Found>(run: () => Found): Found {
  try {
    return run();
  } catch (error) {
    throw new DomainError("unavailable", "safety.unavailable", { retryAfterS: 5 }, { cause: error });
  }
}
