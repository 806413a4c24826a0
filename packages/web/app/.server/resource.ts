import { DomainError, httpStatus } from "@ukhaan/core/kernel";
import { dictionaryFor } from "./dictionary.ts";
import { localeOf } from "./preferences.ts";
import type { Refusal } from "./refusable.ts";

/** What a resource route answers instead of its result; `message` is the refusal in the words of the page's language. */
export interface ResourceRefusal {
  readonly refusal: Refusal;
  readonly message: string;
}

/** One person's data: the CDN and shared computers must not keep it. */
const headers = { "cache-control": "private, no-store" };

/**
 * Wraps the loader or action of a route without a page. It answers JSON with the right status, because it may also be
 * called without Remix, which would send neither for a plain object. Anything but a DomainError stays a bug.
 */
export function resource<Args extends { readonly request: Request }>(answer: (args: Args) => Promise<unknown>) {
  return async (args: Args): Promise<Response> => {
    try {
      return Response.json(await answer(args), { headers });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, details } = error;
      const words: Readonly<Record<string, unknown>> = dictionaryFor(localeOf(args.request), "errors").errors;
      const refused: ResourceRefusal = { refusal: { code, details }, message: String(words[code] ?? code) };
      return Response.json(refused, { status: httpStatus(error), headers });
    }
  };
}
