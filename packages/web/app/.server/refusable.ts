import { data } from "@remix-run/node";
import { DomainError, type ErrorDetails, httpStatus } from "@ukhaan/core/kernel";

/** What an error page or a form is told about a refusal; words stand in the `errors` dictionary. */
export interface Refusal {
  readonly code: string;
  readonly details: ErrorDetails;
}

/** Wraps a loader: a DomainError becomes a response with its status, which the error page explains. */
export function refusable<Args, Result>(loader: (args: Args) => Promise<Result>): (args: Args) => Promise<Result> {
  return async (args) => {
    try {
      return await loader(args);
    } catch (error) {
      throw error instanceof DomainError ? data(refusalOf(error), { status: httpStatus(error) }) : error;
    }
  };
}

/**
 * Wraps an action: a DomainError becomes the action's result `{ refusal }` (with its status), which the form shows in
 * place, so that what was typed stays.
 */
export function formAction<Args, Result>(action: (args: Args) => Promise<Result>) {
  return async (args: Args) => {
    try {
      return await action(args);
    } catch (error) {
      if (error instanceof DomainError) return data({ refusal: refusalOf(error) }, { status: httpStatus(error) });
      throw error;
    }
  };
}

function refusalOf(error: DomainError): Refusal {
  return { code: error.code, details: error.details };
}
