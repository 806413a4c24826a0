import * as z from "zod";

const Challenge = z.object({ name: z.string(), session: z.string(), username: z.string() });
/** What Cognito wants back with the answer: its challenge, its own (encrypted, short-lived) session and the user's name. */
export type CognitoChallenge = z.infer<typeof Challenge>;

/** One opaque string for the browser to carry. It needs no seal of ours: Cognito checks that session and user belong together. */
export function packChallenge(challenge: CognitoChallenge): string {
  return Buffer.from(JSON.stringify(challenge)).toString("base64url");
}

/** Undefined for anything that {@link packChallenge} did not make. */
export function unpackChallenge(packed: string): CognitoChallenge | undefined {
  try {
    return Challenge.parse(JSON.parse(Buffer.from(packed, "base64url").toString()));
  } catch {
    return undefined;
  }
}
