import { CognitoJwtVerifier } from "aws-jwt-verify";
import { SimpleJwksCache } from "aws-jwt-verify/jwk";

export interface TokenReader {
  /** The `sub` of an ID token of this pool and client; throws for any other token. */
  subjectOf(idToken: string): Promise<string>;
}

const fetchTimeoutMs = 3_000;

/**
 * Reads ID tokens with AWS's own verifier. With an emulator's `endpoint` only the address of the pool's keys changes:
 * issuer, audience, use, expiry and signature are checked as on AWS.
 */
export function createTokenReader(options: {
  readonly poolId: string;
  readonly clientId: string;
  readonly endpoint: string | undefined;
}): TokenReader {
  const { poolId, clientId, endpoint } = options;
  const fetcher = {
    async fetch(uri: string): Promise<ArrayBuffer> {
      const { pathname, origin } = new URL(uri);
      const response = await fetch(new URL(pathname, endpoint ?? origin), {
        signal: AbortSignal.timeout(fetchTimeoutMs),
      });
      if (!response.ok) throw new Error(`The user pool's keys can't be read: ${response.status}`);
      return response.arrayBuffer();
    },
  };
  const verifier = CognitoJwtVerifier.create(
    { userPoolId: poolId, clientId, tokenUse: "id" },
    { jwksCache: new SimpleJwksCache({ fetcher }) },
  );
  return {
    subjectOf: async (idToken) => (await verifier.verify(idToken)).sub,
  };
}
