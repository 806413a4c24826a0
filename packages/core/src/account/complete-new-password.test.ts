import { describe, expect, test } from "vitest";
import { makePasswordTemporary, staffPassword as password, staffWorld } from "../../../../tests/support/staff-world.ts";
import { completeNewPassword, signInStaff } from "./index.ts";

const newPassword = "Шинэ-Нууц-Үг-2027";

async function invited() {
  const place = await staffWorld();
  await makePasswordTemporary(place.email);
  const first = await signInStaff(place.as(place.visitor), { email: place.email, password });
  if (first.kind !== "new-password-required") throw new Error(first.kind);
  return { ...place, challenge: first.challenge };
}

describe("the first sign-in asks for a new password", () => {
  test("it signs in, and is the password from then on", async () => {
    const { as, visitor, email, staffId, challenge } = await invited();
    const result = await completeNewPassword(as(visitor), { challenge, newPassword });
    expect(result).toMatchObject({ kind: "signed-in", actor: { staffId } });
    await expect(signInStaff(as(visitor), { email, password })).rejects.toMatchObject({
      code: "account.wrong-credentials",
    });
    expect((await signInStaff(as(visitor), { email, password: newPassword })).kind).toBe("signed-in");
  });

  test("a short one is refused with its reason", async () => {
    const { as, visitor, challenge } = await invited();
    const answer = completeNewPassword(as(visitor), { challenge, newPassword: "богино" });
    await expect(answer).rejects.toMatchObject({ kind: "invalid", code: "account.password-too-weak" });
  });

  test("a challenge works once, and one that was made up never", async () => {
    const { as, visitor, email, challenge } = await invited();
    await completeNewPassword(as(visitor), { challenge, newPassword });
    const made = { name: "NEW_PASSWORD_REQUIRED", session: "x".repeat(40), username: email };
    const forged = Buffer.from(JSON.stringify(made)).toString("base64url");
    for (const used of [challenge, forged, "%%%", "bnVsbA"]) {
      await expect(completeNewPassword(as(visitor), { challenge: used, newPassword })).rejects.toMatchObject({
        kind: "unauthenticated",
        code: "account.challenge-expired",
      });
    }
  });

  test("somebody who was disabled meanwhile gets no session", async () => {
    const { as, visitor, staffId, school, ports, challenge } = await invited();
    const staff = await ports.staff.get({ tenant: school.schoolId, staffId });
    await ports.staff.setDisabled({ subject: staff?.subject ?? "", disabled: true });
    const answer = completeNewPassword(as(visitor), { challenge, newPassword });
    await expect(answer).rejects.toMatchObject({ kind: "unauthenticated" });
  });
});
