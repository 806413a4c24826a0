import { createHmac } from "node:crypto";
import {
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { describe, expect, test } from "vitest";
import {
  completeCode,
  completeNewPassword,
  resolveSession,
  signInStaff,
} from "../../packages/core/src/account/index.ts";
import { createCognitoIdentity } from "../../packages/core/src/adapters/cognito-identity.ts";
import { createTokenReader } from "../../packages/core/src/adapters/cognito-token.ts";
import { type StaffId, systemActor, systemIds } from "../../packages/core/src/kernel/index.ts";
import { addStaff } from "../../packages/core/src/school/index.ts";
import { schoolWorld, type SchoolWorld } from "../support/school-world.ts";
import { testStack } from "../support/stack.ts";

const password = "Жишээ-Нууц-Үг-2026";
const wrongCredentials = { kind: "unauthenticated", code: "account.wrong-credentials" };

interface Staffed extends SchoolWorld {
  readonly email: string;
  readonly staffId: StaffId;
}

/** A school with one teacher who can sign in. */
async function staffed(role: "teacher" | "school-admin" | "platform-admin" = "teacher"): Promise<Staffed> {
  const place = await schoolWorld();
  const email = `${systemIds.next("event")}@sample.ukhaan.mn`.toLowerCase();
  const { schoolId } = place.school;
  const { staffId } = await addStaff(place.as(systemActor), { name: "Дулам", email, role, schoolId, silent: true });
  await place.ports.staffIdentity.setPassword({ email, password });
  return { ...place, email, staffId };
}

const client = () => new CognitoIdentityProviderClient({ endpoint: testStack().endpoints.cognito });
const linkedId = (name: string) => (JSON.parse(testStack().env[`SST_RESOURCE_${name}`] ?? "{}") as { id: string }).id;

/** The code that an authenticator app shows (RFC 6238), `steps` half minutes from now. */
function totp(secret: string, steps = 0): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac("sha1", key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Turns the authenticator app on, as its owner would, and gives its secret. */
async function turnOnCodes(email: string): Promise<string> {
  const cognito = client();
  const auth = await cognito.send(
    new InitiateAuthCommand({
      ClientId: linkedId("StaffPoolClient"),
      AuthFlow: "USER_PASSWORD_AUTH",
      AuthParameters: { USERNAME: email, PASSWORD: password },
    }),
  );
  const AccessToken = auth.AuthenticationResult?.AccessToken;
  const { SecretCode = "" } = await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  await cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: totp(SecretCode) }));
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  await cognito.send(new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings }));
  return SecretCode;
}

describe("a teacher signs in with e-mail and password", () => {
  test("the session knows the school, the role and the person", async () => {
    const { as, visitor, email, staffId, school } = await staffed();
    const result = await signInStaff(as(visitor), { email: ` ${email.toUpperCase()} `, password });
    if (result.kind !== "signed-in") throw new Error(result.kind);
    expect(result.actor).toMatchObject({ role: "teacher", staffId, schoolId: school.schoolId, name: "Дулам" });
    expect(await resolveSession(as(visitor), result.token)).toEqual(result.actor);
  });

  test("a platform administrator belongs to no school", async () => {
    const { as, visitor, email, staffId } = await staffed("platform-admin");
    const result = await signInStaff(as(visitor), { email, password });
    if (result.kind !== "signed-in") throw new Error(result.kind);
    expect(result.actor).toEqual({
      role: "platform-admin",
      staffId,
      name: "Дулам",
      sessionId: expect.stringMatching(/^ses_/) as string,
    });
  });

  test("the sign-in is written into the audit trail", async () => {
    const { as, visitor, email, staffId, school, ports } = await staffed();
    await signInStaff(as(visitor), { email, password });
    const { items } = await ports.audit.byAccount({ tenant: school.schoolId, accountId: staffId });
    expect(items.map(({ action }) => action)).toEqual(["staff.signed-in"]);
    expect(JSON.stringify(items)).not.toContain(email);
  });

  test("a wrong password, an unknown address and a person without a record look the same", async () => {
    const { as, visitor, email, ports } = await staffed();
    await expect(signInStaff(as(visitor), { email, password: "wrong" })).rejects.toMatchObject(wrongCredentials);
    const unknown = `nobody-${email}`;
    await expect(signInStaff(as(visitor), { email: unknown, password })).rejects.toMatchObject(wrongCredentials);
    await ports.staffIdentity.invite({ email: unknown, name: "Хэн нэгэн", silent: true });
    await ports.staffIdentity.setPassword({ email: unknown, password });
    await expect(signInStaff(as(visitor), { email: unknown, password })).rejects.toMatchObject(wrongCredentials);
  });

  test("somebody disabled in our own record can't sign in, whatever the provider says", async () => {
    const { as, visitor, email, staffId, school, ports } = await staffed();
    const staff = await ports.staff.get({ tenant: school.schoolId, staffId });
    await ports.staff.setDisabled({ subject: staff?.subject ?? "", disabled: true });
    await expect(signInStaff(as(visitor), { email, password })).rejects.toMatchObject(wrongCredentials);
  });

  test("somebody disabled at the provider can't sign in", async () => {
    const { as, visitor, email, ports } = await staffed();
    await ports.staffIdentity.disable(email);
    await expect(signInStaff(as(visitor), { email, password })).rejects.toMatchObject(wrongCredentials);
  });
});

describe("the first sign-in asks for a new password", () => {
  async function invited() {
    const place = await staffed();
    // What an invitation leaves behind: a temporary password.
    await client().send(
      new AdminSetUserPasswordCommand({
        UserPoolId: linkedId("StaffPool"),
        Username: place.email,
        Password: password,
        Permanent: false,
      }),
    );
    const first = await signInStaff(place.as(place.visitor), { email: place.email, password });
    if (first.kind !== "new-password-required") throw new Error(first.kind);
    return { ...place, challenge: first.challenge };
  }

  test("the new password signs in, and is the password from then on", async () => {
    const { as, visitor, email, staffId, challenge } = await invited();
    const newPassword = "Шинэ-Нууц-Үг-2027";
    const result = await completeNewPassword(as(visitor), { challenge, newPassword });
    expect(result).toMatchObject({ kind: "signed-in", actor: { staffId } });
    await expect(signInStaff(as(visitor), { email, password })).rejects.toMatchObject(wrongCredentials);
    expect((await signInStaff(as(visitor), { email, password: newPassword })).kind).toBe("signed-in");
  });

  test("a short password is refused with its reason", async () => {
    const { as, visitor, challenge } = await invited();
    const answer = completeNewPassword(as(visitor), { challenge, newPassword: "богино" });
    await expect(answer).rejects.toMatchObject({ kind: "invalid", code: "account.password-too-weak" });
  });

  test("a challenge works once, and one that was made up never", async () => {
    const { as, visitor, email, challenge } = await invited();
    const newPassword = "Шинэ-Нууц-Үг-2027";
    await completeNewPassword(as(visitor), { challenge, newPassword });
    const forged = Buffer.from(
      JSON.stringify({ name: "NEW_PASSWORD_REQUIRED", session: "x".repeat(40), username: email }),
    ).toString("base64url");
    for (const made of [challenge, forged, "%%%", "bnVsbA"]) {
      await expect(completeNewPassword(as(visitor), { challenge: made, newPassword })).rejects.toMatchObject({
        kind: "unauthenticated",
        code: "account.challenge-expired",
      });
    }
  });
});

describe("an administrator with an authenticator app", () => {
  test("is asked for a code, may mistype it, and is in with the right one", async () => {
    const { as, visitor, email, staffId } = await staffed("school-admin");
    const secret = await turnOnCodes(email);
    const first = await signInStaff(as(visitor), { email, password });
    if (first.kind !== "code-required") throw new Error(first.kind);
    const { challenge } = first;
    const right = totp(secret);
    const wrong = right === "000000" ? "000001" : "000000";
    await expect(completeCode(as(visitor), { challenge, code: wrong })).rejects.toMatchObject({
      kind: "unauthenticated",
      code: "account.wrong-code",
    });
    const spaced = `${right.slice(0, 3)} ${right.slice(3)}`;
    const result = await completeCode(as(visitor), { challenge, code: spaced });
    expect(result).toMatchObject({ kind: "signed-in", actor: { staffId, role: "school-admin" } });
  });

  test("can't answer the demand for a code with a new password", async () => {
    const { as, visitor, email } = await staffed("school-admin");
    await turnOnCodes(email);
    const first = await signInStaff(as(visitor), { email, password });
    if (first.kind !== "code-required") throw new Error(first.kind);
    const answer = completeNewPassword(as(visitor), { challenge: first.challenge, newPassword: "Шинэ-Нууц-Үг-2027" });
    await expect(answer).rejects.toMatchObject({ code: "account.challenge-expired" });
  });
});

describe("when Cognito can't be used", () => {
  const down = { kind: "unavailable", code: "account.identity-down" };
  const poolId = "ap-northeast-2_Embedded1";

  test("an address where nobody listens is an outage, not a wrong password", async () => {
    const staffIdentity = createCognitoIdentity({ poolId, clientId: "any", endpoint: "http://127.0.0.1:1" });
    const { as, visitor } = await schoolWorld([], { staffIdentity });
    await expect(signInStaff(as(visitor), { email: "a@b.mn", password })).rejects.toMatchObject(down);
  });

  test("an app client that does not exist is an outage, not a wrong password", async () => {
    const endpoint = testStack().endpoints.cognito;
    const staffIdentity = createCognitoIdentity({ poolId, clientId: "missing", endpoint });
    const { as, visitor } = await schoolWorld([], { staffIdentity });
    await expect(signInStaff(as(visitor), { email: "a@b.mn", password })).rejects.toMatchObject(down);
  });

  test("a token of another client or use, or with changed claims, opens nothing", async () => {
    const { email } = await staffed();
    const endpoint = testStack().endpoints.cognito;
    const auth = await client().send(
      new InitiateAuthCommand({
        ClientId: linkedId("StaffPoolClient"),
        AuthFlow: "USER_PASSWORD_AUTH",
        AuthParameters: { USERNAME: email, PASSWORD: password },
      }),
    );
    const idToken = auth.AuthenticationResult?.IdToken ?? "";
    const accessToken = auth.AuthenticationResult?.AccessToken ?? "";
    const own = createTokenReader({ poolId, clientId: linkedId("StaffPoolClient"), endpoint });
    const foreign = createTokenReader({ poolId, clientId: "another", endpoint });
    expect(await own.subjectOf(idToken)).toMatch(/^[\da-f-]{36}$/);
    await expect(foreign.subjectOf(idToken)).rejects.toThrow();
    await expect(own.subjectOf(accessToken)).rejects.toThrow();
    const [head, body, signature] = idToken.split(".");
    const claims = JSON.parse(Buffer.from(body ?? "", "base64url").toString()) as object;
    const tampered = Buffer.from(JSON.stringify({ ...claims, sub: "somebody-else" })).toString("base64url");
    await expect(own.subjectOf(`${head}.${tampered}.${signature}`)).rejects.toThrow();
  });
});
