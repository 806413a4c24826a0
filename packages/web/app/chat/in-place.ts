import type { Refusal } from "~/i18n/use-refusal.ts";

/** A load or a submission that came to nothing: no connection, or a server that could not answer. */
export interface Failed {
  readonly failed: true;
}

/** What a fetcher of a resource route may hold. */
export type InPlace<Data extends object> = Data | Failed | { readonly refusal: Refusal };

/** Whether a fetcher's answer is that there is none. */
export function hasFailed(data: unknown): data is Failed {
  return typeof data === "object" && data !== null && "failed" in data;
}

/** The result itself; undefined while there is none, also after a failure or a refusal. */
export function resultOf<Data extends object>(data: InPlace<Data> | undefined): Data | undefined {
  return data === undefined || "failed" in data || "refusal" in data ? undefined : data;
}

/**
 * Asks the server for a fetcher. A failure becomes `{ failed: true }`, which is shown where it was asked for; thrown on, it
 * would replace the whole page by the error page. Redirects (the session ended) pass through.
 */
export async function inPlace(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (problem) {
    if (problem instanceof Response) throw problem;
    const failed: Failed = { failed: true };
    return failed;
  }
}
