import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { linkedResource } from "../../../../tests/support/school-world.ts";
import { cognitoTokens, staffPassword as password, staffWorld } from "../../../../tests/support/staff-world.ts";
import { testStack } from "../../../../tests/support/stack.ts";
import { createCognitoIdentity } from "./cognito-identity.ts";
import { createTokenReader } from "./cognito-token.ts";

const pool = () => ({ poolId: linkedResource("StaffPool").id, clientId: linkedResource("StaffPoolClient").id });
const down = { kind: "unavailable", code: "account.identity-down" };

/** A Cognito that always answers the same. */
async function answering<T>(status: number, body: object, use: (endpoint: string) => Promise<T>): Promise<T> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const signInAt = (endpoint: string) =>
  createCognitoIdentity({ ...pool(), endpoint }).signIn({ email: "a@ukhaan.example", password });

describe("what Cognito can't answer is an outage, never a wrong password", () => {
  test("nobody listens", async () => {
    await expect(signInAt("http://127.0.0.1:1")).rejects.toMatchObject(down);
  });

  test("the app client does not exist", async () => {
    const { endpoints } = testStack();
    const identity = createCognitoIdentity({ ...pool(), clientId: "missing", endpoint: endpoints.cognito });
    await expect(identity.signIn({ email: "a@ukhaan.example", password })).rejects.toMatchObject(down);
  });

  test.each([
    [500, { __type: "InternalErrorException" }],
    [400, { __type: "SomethingNewException" }],
    [200, {}],
    [200, { ChallengeName: "SMS_MFA", Session: "s" }],
    [200, { AuthenticationResult: { IdToken: "not.a.token" } }],
  ])("it says %i %j", async (status, body) => {
    await answering(status, body, async (endpoint) => {
      await expect(signInAt(endpoint)).rejects.toMatchObject(down);
    });
  });

  test.each(["TooManyRequestsException", "LimitExceededException"])("%s asks for a pause", async (__type) => {
    await answering(400, { __type }, async (endpoint) => {
      await expect(signInAt(endpoint)).rejects.toMatchObject({ kind: "limited", code: "account.too-many-tries" });
    });
  });

  test.each(["NotAuthorizedException", "UserNotFoundException", "UserNotConfirmedException"])(
    "%s is a refusal",
    async (__type) => {
      await answering(400, { __type }, async (endpoint) => {
        expect(await signInAt(endpoint)).toEqual({ kind: "refused" });
      });
    },
  );
});

describe("an ID token", () => {
  test("of another client or use, or with changed claims, opens nothing", async () => {
    const { email } = await staffWorld();
    const endpoint = testStack().endpoints.cognito;
    const { IdToken = "", AccessToken = "" } = await cognitoTokens(email);
    const own = createTokenReader({ ...pool(), endpoint });
    const foreign = createTokenReader({ ...pool(), clientId: "another", endpoint });
    expect(await own.subjectOf(IdToken)).toMatch(/^[\da-f-]{36}$/);
    await expect(foreign.subjectOf(IdToken)).rejects.toThrow();
    await expect(own.subjectOf(AccessToken)).rejects.toThrow();

    const [head, body, signature] = IdToken.split(".");
    const claims = JSON.parse(Buffer.from(body ?? "", "base64url").toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...claims, sub: "somebody-else" })).toString("base64url");
    await expect(own.subjectOf(`${head}.${changed}.${signature}`)).rejects.toThrow();
  });
});
