import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  type AttributeType,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  RespondToAuthChallengeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { IdentityVerdict, StaffIdentity } from "../account/ports.ts";
import { type CognitoChallenge, packChallenge, unpackChallenge } from "./cognito-challenge.ts";
import { asDomainError, hasName, isRefusal } from "./cognito-errors.ts";
import { createTokenReader, type TokenReader } from "./cognito-token.ts";

const refused = { kind: "refused" } as const;

/**
 * Staff sign-in through a Cognito user pool whose users sign in by e-mail. The app client needs USER_PASSWORD_AUTH, no
 * secret, and `PreventUserExistenceErrors`; the program needs the pool's Admin* permissions for inviting.
 * `endpoint` names an emulator, which then also serves the pool's keys; on AWS it is left out.
 */
export function createCognitoIdentity(options: {
  readonly poolId: string;
  readonly clientId: string;
  readonly endpoint?: string | undefined;
}): StaffIdentity {
  const { poolId, clientId, endpoint } = options;
  const client = new CognitoIdentityProviderClient({
    region: poolId.slice(0, poolId.indexOf("_")),
    ...(endpoint === undefined ? {} : { endpoint }),
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  });
  const tokens = createTokenReader({ poolId, clientId, endpoint });

  /** Sends the answer to a challenge; `mistakes` are the errors that one challenge alone knows. */
  async function answer<Mistake extends string>(
    packed: string,
    name: CognitoChallenge["name"],
    responses: Record<string, string>,
    mistakes: Readonly<Record<string, Mistake>>,
  ): Promise<IdentityVerdict | { readonly kind: Mistake }> {
    const challenge = unpackChallenge(packed);
    if (challenge?.name !== name) return refused;
    const { session, username } = challenge;
    try {
      const output = await client.send(
        new RespondToAuthChallengeCommand({
          ClientId: clientId,
          ChallengeName: name as "NEW_PASSWORD_REQUIRED" | "SOFTWARE_TOKEN_MFA",
          Session: session,
          ChallengeResponses: { USERNAME: username, ...responses },
        }),
      );
      return await verdictOf(output, username, tokens);
    } catch (error) {
      const mistake = error instanceof Error ? mistakes[error.name] : undefined;
      if (mistake !== undefined) return { kind: mistake };
      // An invalid session is an expired or a forged challenge.
      if (isRefusal(error) || hasName(error, "InvalidParameterException")) return refused;
      throw asDomainError(error);
    }
  }

  return {
    async signIn({ email, password }) {
      try {
        const output = await client.send(
          new InitiateAuthCommand({
            ClientId: clientId,
            AuthFlow: "USER_PASSWORD_AUTH",
            AuthParameters: { USERNAME: email, PASSWORD: password },
          }),
        );
        return await verdictOf(output, email, tokens);
      } catch (error) {
        if (isRefusal(error)) return refused;
        throw asDomainError(error);
      }
    },

    answerNewPassword: ({ challenge, newPassword }) =>
      answer(
        challenge,
        "NEW_PASSWORD_REQUIRED",
        { NEW_PASSWORD: newPassword },
        { InvalidPasswordException: "weak-password", PasswordHistoryPolicyViolationException: "weak-password" },
      ),

    answerCode: ({ challenge, code }) =>
      answer(
        challenge,
        "SOFTWARE_TOKEN_MFA",
        { SOFTWARE_TOKEN_MFA_CODE: code },
        { CodeMismatchException: "wrong-code", EnableSoftwareTokenMFAException: "wrong-code" },
      ),

    async invite({ email, name, silent }) {
      try {
        const { User } = await client.send(
          new AdminCreateUserCommand({
            UserPoolId: poolId,
            Username: email,
            UserAttributes: [
              { Name: "email", Value: email },
              { Name: "email_verified", Value: "true" },
              { Name: "name", Value: name },
            ],
            ...(silent ? { MessageAction: "SUPPRESS" } : { DesiredDeliveryMediums: ["EMAIL"] }),
          }),
        );
        return { subject: subjectOf(User?.Attributes) };
      } catch (error) {
        if (!hasName(error, "UsernameExistsException")) throw asDomainError(error);
      }
      // An earlier invitation got this far and was then cut off, or the person is known.
      const known = await client
        .send(new AdminGetUserCommand({ UserPoolId: poolId, Username: email }))
        .catch((error: unknown) => Promise.reject(asDomainError(error)));
      return { subject: subjectOf(known.UserAttributes) };
    },

    async setPassword({ email, password }) {
      await client
        .send(
          new AdminSetUserPasswordCommand({ UserPoolId: poolId, Username: email, Password: password, Permanent: true }),
        )
        .catch((error: unknown) => Promise.reject(asDomainError(error)));
    },

    async disable(email) {
      await client
        .send(new AdminDisableUserCommand({ UserPoolId: poolId, Username: email }))
        .catch((error: unknown) => Promise.reject(asDomainError(error)));
    },
  };
}

async function verdictOf(
  output: Pick<InitiateAuthCommandOutput, "AuthenticationResult" | "ChallengeName" | "ChallengeParameters" | "Session">,
  typedName: string,
  tokens: TokenReader,
): Promise<IdentityVerdict> {
  const idToken = output.AuthenticationResult?.IdToken;
  if (idToken) return { kind: "verified", subject: await tokens.subjectOf(idToken) };

  const { ChallengeName: name, Session: session } = output;
  // Where e-mail is an alias, Cognito wants its own name for the user back.
  const username = output.ChallengeParameters?.["USER_ID_FOR_SRP"] ?? typedName;
  if (name && session) {
    const challenge = packChallenge({ name, session, username });
    if (name === "NEW_PASSWORD_REQUIRED") return { kind: "new-password-required", challenge };
    if (name === "SOFTWARE_TOKEN_MFA") return { kind: "code-required", challenge };
  }
  throw new Error(`Cognito answered with a challenge that this product does not know: ${name ?? "none"}`);
}

function subjectOf(attributes: readonly AttributeType[] | undefined): string {
  const subject = attributes?.find(({ Name }) => Name === "sub")?.Value;
  if (!subject) throw asDomainError(new Error("Cognito gave a user without a sub"));
  return subject;
}
