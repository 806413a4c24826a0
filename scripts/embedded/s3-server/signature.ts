import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { S3Error } from "./s3-error.ts";

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface Authenticated {
  /** The body's promised hash, `UNSIGNED-PAYLOAD` or a `STREAMING-…` marker. */
  readonly payloadHash: string;
  readonly presigned: boolean;
}

interface Claim extends Authenticated {
  readonly credential: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly date: string;
}

/**
 * Verifies AWS Signature Version 4, in the header or in the query of a presigned address, with its expiry.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 * @throws S3Error 403, as S3 words it
 */
export function authenticate(request: IncomingMessage, url: URL, credentials: Credentials): Authenticated {
  const claim = url.searchParams.has("X-Amz-Signature") ? claimInQuery(url) : claimInHeader(request);
  const [keyId, day = "", region = "", service = ""] = claim.credential.split("/");
  if (keyId !== credentials.accessKeyId) {
    throw new S3Error(403, "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.");
  }
  checkTime(claim, url);
  if (claim.presigned) refuseUnsignedHeaders(request, claim.signedHeaders);

  const scope = `${day}/${region}/${service}/aws4_request`;
  const canonicalHash = createHash("sha256")
    .update(canonicalRequest(request, url, claim))
    .digest("hex");
  const stringToSign = ["AWS4-HMAC-SHA256", claim.date, scope, canonicalHash].join("\n");
  const signingKey = [day, region, service, "aws4_request"].reduce<Buffer>(
    (key, part) => hmac(key, part),
    Buffer.from(`AWS4${credentials.secretAccessKey}`),
  );
  const expected = Buffer.from(hmac(signingKey, stringToSign).toString("hex"));
  const given = Buffer.from(claim.signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new S3Error(
      403,
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided.",
    );
  }
  return { payloadHash: claim.payloadHash, presigned: claim.presigned };
}

const hmac = (key: Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

function claimInQuery(url: URL): Claim {
  const read = (name: string) => url.searchParams.get(name) ?? "";
  return {
    credential: read("X-Amz-Credential"),
    signedHeaders: read("X-Amz-SignedHeaders"),
    signature: read("X-Amz-Signature"),
    date: read("X-Amz-Date"),
    payloadHash: read("X-Amz-Content-Sha256") || "UNSIGNED-PAYLOAD",
    presigned: true,
  };
}

function claimInHeader(request: IncomingMessage): Claim {
  const pattern = /^AWS4-HMAC-SHA256\s+Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]+)/;
  const [, credential, signedHeaders, signature] = pattern.exec(request.headers.authorization ?? "") ?? [];
  if (!credential || !signedHeaders || !signature) throw new S3Error(403, "AccessDenied", "Access Denied");
  return {
    credential,
    signedHeaders,
    signature,
    date: String(request.headers["x-amz-date"] ?? ""),
    payloadHash: String(request.headers["x-amz-content-sha256"] ?? ""),
    presigned: false,
  };
}

function checkTime(claim: Claim, url: URL): void {
  const signedMs = Date.parse(claim.date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  if (Number.isNaN(signedMs)) throw new S3Error(403, "AccessDenied", "The request has no valid date.");
  if (!claim.presigned) {
    if (Math.abs(Date.now() - signedMs) > 15 * 60_000) throw new S3Error(403, "RequestTimeTooSkewed");
    return;
  }
  const expiresS = Number(url.searchParams.get("X-Amz-Expires"));
  const weekS = 7 * 86_400;
  if (!(expiresS > 0 && expiresS <= weekS)) throw new S3Error(400, "AuthorizationQueryParametersError");
  if (Date.now() > signedMs + expiresS * 1000) throw new S3Error(403, "AccessDenied", "Request has expired");
}

/** The holder of a presigned address may not add metadata, an ACL or a copy source that its maker did not sign. */
function refuseUnsignedHeaders(request: IncomingMessage, signedHeaders: string): void {
  const signed = new Set(signedHeaders.split(";"));
  const extra = Object.keys(request.headers).find((name) => name.startsWith("x-amz-") && !signed.has(name));
  if (extra) {
    throw new S3Error(403, "AccessDenied", `There were headers present in the request which were not signed: ${extra}`);
  }
}

function canonicalRequest(request: IncomingMessage, url: URL, claim: Claim): string {
  const headers = claim.signedHeaders
    .split(";")
    .map((name) => `${name}:${headerText(request, name).trim().replace(/\s+/g, " ")}\n`)
    .join("");
  const path = rawPath(request)
    .split("/")
    .map((part) => encodeRfc3986(decodeURIComponent(part)))
    .join("/");
  return [request.method, path, canonicalQuery(url), headers, claim.signedHeaders, claim.payloadHash].join("\n");
}

export const rawPath = (request: IncomingMessage): string => (request.url ?? "/").split("?")[0] ?? "/";

function headerText(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(",") : (value ?? "");
}

function canonicalQuery(url: URL): string {
  // Not URLSearchParams: it reads "+" as a space, which S3 does not.
  return url.search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !pair.startsWith("X-Amz-Signature="))
    .map((pair): [name: string, value: string] => {
      const [name = "", ...value] = pair.split("=");
      return [encodeRfc3986(decodeURIComponent(name)), encodeRfc3986(decodeURIComponent(value.join("=")))];
    })
    .toSorted(([name, value], [otherName, otherValue]) => order(name, otherName) || order(value, otherValue))
    .map((pair) => pair.join("="))
    .join("&");
}

/** By code units: a locale's order would not match the signer's. */
const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Percent-encoding as the signature wants it: everything but letters, digits and `-_.~`. */
export function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
