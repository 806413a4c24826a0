import type { Refusal } from "~/i18n/use-refusal.ts";

/** What a request from within the page came to: its result, the server's refusal, or nothing at all. */
export type InPlace<Data extends object> = Data | { readonly failed: true } | { readonly refusal: Refusal };

/** The result itself; undefined while there is none, also after a failure or a refusal. */
export function resultOf<Data extends object>(answer: InPlace<Data> | undefined): Data | undefined {
  return answer === undefined || "failed" in answer || "refusal" in answer ? undefined : answer;
}

/** What happens when the session has ended: to the sign-in page, and back from there. */
const signInAgain = () => location.assign(`/?to=${encodeURIComponent(location.pathname)}`);

/**
 * Asks a resource route of ours, outside the router: whose own fetchers answer a lost connection with the error page in
 * place of the whole conversation, or by loading the page again for a piece of script that did not come.
 */
export async function askInPlace<Data extends object>(
  path: string,
  init: RequestInit = {},
  onSignedOut: () => void = signInAgain,
): Promise<InPlace<Data>> {
  try {
    const response = await fetch(path, { ...init, headers: { accept: "application/json" } });
    if (response.redirected) onSignedOut();
    // A proxy's own error page, or the sign-in page.
    if (!response.headers.get("content-type")?.includes("json")) return { failed: true };
    const value: unknown = await response.json();
    const isAnswer = typeof value === "object" && value !== null && (response.ok || "refusal" in value);
    // Our own routes wrote it, with the types that their callers name.
    return isAnswer ? (value as InPlace<Data>) : { failed: true };
  } catch (problem) {
    if (init.signal?.aborted) throw problem;
    // No connection, or one that broke in the middle of the answer.
    return { failed: true };
  }
}
