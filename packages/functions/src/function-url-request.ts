import { DomainError } from "@ukhaan/core/kernel";
import type { LambdaFunctionURLEvent } from "aws-lambda";

/** A question is at most 1,000 letters; anything near this is no question. */
const maxBodyBytes = 32 * 1024;

/** Value of one cookie, or undefined. */
export function cookieValue(event: LambdaFunctionURLEvent, name: string): string | undefined {
  const pairs = event.cookies ?? event.headers["cookie"]?.split(/;\s*/u) ?? [];
  const pair = pairs.find((each) => each.startsWith(`${name}=`));
  return pair === undefined ? undefined : decode(pair.slice(name.length + 1));
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined; // Not one of ours.
  }
}

/**
 * Refuses a request that another site's page made in the pupil's browser. Behind CloudFront the host that the browser saw
 * is `x-forwarded-host`. Throws `forbidden` (account.cross-site).
 */
export function requireSameSite(event: LambdaFunctionURLEvent): void {
  const site = event.headers["sec-fetch-site"];
  if (site === "same-origin") return;
  const origin = event.headers["origin"];
  const host = event.headers["x-forwarded-host"] ?? event.headers["host"];
  if (site === undefined && origin !== undefined && hostOf(origin) === host) return;
  throw new DomainError("forbidden", "account.cross-site");
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** The request's JSON. Throws `too-large`, and `invalid` (kernel.invalid-input) for anything that is not JSON. */
export function readJsonBody(event: LambdaFunctionURLEvent): unknown {
  const body = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (body.length > maxBodyBytes) throw new DomainError("too-large", "kernel.too-large", { maxBytes: maxBodyBytes });
  const isJson = /^application\/json\b/iu.test(event.headers["content-type"] ?? "");
  try {
    // A form of another site can't send this type without asking first.
    if (isJson) return JSON.parse(body.toString("utf8"));
  } catch {
    // Answered below: a broken body is the caller's mistake, whatever the parser said.
  }
  throw new DomainError("invalid", "kernel.invalid-input", { field: "", problem: "not-json" });
}
