import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Cognito, embeddedConfirmationCode, startCognito } from "../../scripts/embedded/cognito.ts";
import { temporaryDir } from "../support/stack.ts";

const region = "ap-northeast-2";
const email = "bagsh@school.mn";
const password = "Uul-us-1234";
let dir: string;
let cognito: Cognito;
let client: CognitoIdentityProviderClient;

beforeEach(async () => {
  dir = temporaryDir();
  await start();
});
afterEach(() => cognito.stop());

async function start(): Promise<void> {
  cognito = await startCognito({ dir, port: 0, region });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  client = new CognitoIdentityProviderClient({ endpoint: cognito.endpoint, region, credentials, maxAttempts: 1 });
}

const pool = () => ({ UserPoolId: cognito.userPoolId, Username: email });

async function createTeacher(): Promise<void> {
  const UserAttributes = [
    { Name: "email", Value: email },
    { Name: "email_verified", Value: "true" },
  ];
  await client.send(
    new AdminCreateUserCommand({
      ...pool(),
      UserAttributes,
      MessageAction: "SUPPRESS",
      TemporaryPassword: "Tur-zuur-1",
    }),
  );
}

const setPassword = () =>
  client.send(new AdminSetUserPasswordCommand({ ...pool(), Password: password, Permanent: true }));

const signIn = (PASSWORD: string, USERNAME = email) =>
  client.send(
    new InitiateAuthCommand({
      ClientId: cognito.userPoolClientId,
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME, PASSWORD },
    }),
  );

const refused = { name: "NotAuthorizedException" };

describe("embedded Cognito", () => {
  test("the production verifier accepts its tokens, with only the key set fetched here", async () => {
    await createTeacher();
    await setPassword();
    const { AuthenticationResult: tokens } = await signIn(password);
    expect(tokens).toMatchObject({ TokenType: "Bearer", ExpiresIn: 3600 });

    const { userPoolId, userPoolClientId: clientId, endpoint } = cognito;
    const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: "id" });
    const keys = await fetch(`${endpoint}/${userPoolId}/.well-known/jwks.json`);
    verifier.cacheJwks((await keys.json()) as Parameters<typeof verifier.cacheJwks>[0]);
    await expect(verifier.verify(tokens?.IdToken ?? "")).resolves.toMatchObject({ email });
    await expect(verifier.verify(tokens?.AccessToken ?? "")).rejects.toThrow("Token use not allowed");
  });

  test("a wrong password, an unknown user and a disabled user are refused alike", async () => {
    await createTeacher();
    await setPassword();
    await expect(signIn("wrong")).rejects.toMatchObject(refused);
    await expect(signIn(password, "nobody@school.mn")).rejects.toMatchObject(refused);

    const { AuthenticationResult: tokens } = await signIn(password);
    await client.send(new AdminDisableUserCommand(pool()));
    await expect(signIn(password)).rejects.toMatchObject(refused);
    const refresh = new InitiateAuthCommand({
      ClientId: cognito.userPoolClientId,
      AuthFlow: "REFRESH_TOKEN_AUTH",
      AuthParameters: { REFRESH_TOKEN: tokens?.RefreshToken ?? "" },
    });
    await expect(client.send(refresh)).rejects.toMatchObject(refused);
  });

  test("a first sign-in needs the temporary password, and its session serves once", async () => {
    await createTeacher();
    await expect(signIn("wrong")).rejects.toMatchObject(refused);
    const challenge = await signIn("Tur-zuur-1");
    expect(challenge.ChallengeName).toBe("NEW_PASSWORD_REQUIRED");
    const answer = (Session: string | undefined) =>
      client.send(
        new RespondToAuthChallengeCommand({
          ClientId: cognito.userPoolClientId,
          ChallengeName: "NEW_PASSWORD_REQUIRED",
          Session,
          ChallengeResponses: { USERNAME: email, NEW_PASSWORD: password },
        }),
      );
    await expect(answer("4f1c9a6e-invented")).rejects.toMatchObject(refused);
    expect((await answer(challenge.Session)).AuthenticationResult?.AccessToken).toBeTruthy();
    await expect(answer(challenge.Session)).rejects.toMatchObject(refused);
  });

  test("a forgotten password is reset with the code that stands for a mail, and survives a restart", async () => {
    await createTeacher();
    await setPassword();
    const ClientId = () => ({ ClientId: cognito.userPoolClientId, Username: email });
    await client.send(new ForgotPasswordCommand(ClientId()));
    const reset = (ConfirmationCode: string) =>
      client.send(new ConfirmForgotPasswordCommand({ ...ClientId(), ConfirmationCode, Password: "Shine-1234" }));
    await expect(reset("000000")).rejects.toMatchObject({ name: "CodeMismatchException" });
    await reset(embeddedConfirmationCode);

    await cognito.stop();
    await start();
    expect((await signIn("Shine-1234")).AuthenticationResult?.IdToken).toBeTruthy();
    await expect(signIn(password)).rejects.toMatchObject(refused);
  });
});
