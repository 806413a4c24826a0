import { describe, expect, test } from "vitest";
import {
  authenticatorCode,
  staffPassword as password,
  staffWorld,
  turnOnCodes,
} from "../../../../tests/support/staff-world.ts";
import { completeCode, completeNewPassword, signInStaff } from "./index.ts";

async function askedForCode() {
  const place = await staffWorld("school-admin");
  const secret = await turnOnCodes(place.email);
  const first = await signInStaff(place.as(place.visitor), { email: place.email, password });
  if (first.kind !== "code-required") throw new Error(first.kind);
  return { ...place, secret, challenge: first.challenge };
}

describe("an administrator with an authenticator app", () => {
  test("may mistype the code, and is in with the right one", async () => {
    const { as, visitor, staffId, secret, challenge } = await askedForCode();
    const right = authenticatorCode(secret);
    const wrong = right === "000000" ? "000001" : "000000";
    for (const code of [wrong, "12345", "abcdef"]) {
      await expect(completeCode(as(visitor), { challenge, code })).rejects.toMatchObject({
        code: "account.wrong-code",
      });
    }
    const spaced = `${right.slice(0, 3)} ${right.slice(3)}`;
    const result = await completeCode(as(visitor), { challenge, code: spaced });
    expect(result).toMatchObject({ kind: "signed-in", actor: { staffId, role: "school-admin" } });
  });

  test("can't answer the demand for a code with a new password", async () => {
    const { as, visitor, challenge } = await askedForCode();
    const answer = completeNewPassword(as(visitor), { challenge, newPassword: "Шинэ-Нууц-Үг-2027" });
    await expect(answer).rejects.toMatchObject({ kind: "unauthenticated", code: "account.challenge-expired" });
  });

  test("can't use a challenge that was made up", async () => {
    const { as, visitor, email, secret } = await askedForCode();
    const made = { name: "SOFTWARE_TOKEN_MFA", session: "x".repeat(40), username: email };
    const challenge = Buffer.from(JSON.stringify(made)).toString("base64url");
    const answer = completeCode(as(visitor), { challenge, code: authenticatorCode(secret) });
    await expect(answer).rejects.toMatchObject({ kind: "unauthenticated", code: "account.challenge-expired" });
  });
});
