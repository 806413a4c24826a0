import { describe, expect, test } from "vitest";
import { staffPassword as password, staffWorld } from "../../../../tests/support/staff-world.ts";
import { resolveSession, signInStaff } from "./index.ts";

const wrongCredentials = { kind: "unauthenticated", code: "account.wrong-credentials" };

describe("a teacher signs in with e-mail and password", () => {
  test("the session knows the school, the role and the person", async () => {
    const { as, visitor, email, staffId, school } = await staffWorld();
    const result = await signInStaff(as(visitor), { email: ` ${email.toUpperCase()} `, password });
    if (result.kind !== "signed-in") throw new Error(result.kind);
    expect(result.actor).toMatchObject({ role: "teacher", staffId, schoolId: school.schoolId, name: "Дулам" });
    expect(await resolveSession(as(visitor), result.token)).toEqual(result.actor);
  });

  test("a platform administrator belongs to no school", async () => {
    const { as, visitor, email, staffId } = await staffWorld("platform-admin");
    const result = await signInStaff(as(visitor), { email, password });
    if (result.kind !== "signed-in") throw new Error(result.kind);
    const sessionId = expect.stringMatching(/^ses_/) as string;
    expect(result.actor).toEqual({ role: "platform-admin", staffId, name: "Дулам", sessionId });
  });

  test("the sign-in is written into the audit trail", async () => {
    const { as, visitor, email, staffId, school, ports } = await staffWorld();
    await signInStaff(as(visitor), { email, password });
    const { items } = await ports.audit.byAccount({ tenant: school.schoolId, accountId: staffId });
    expect(items.map(({ action }) => action)).toEqual(["staff.signed-in"]);
    expect(JSON.stringify(items)).not.toContain(email);
  });
});

describe("who can't sign in", () => {
  test("a wrong password, an unknown address and a person without a record look the same", async () => {
    const { as, visitor, email, ports } = await staffWorld();
    await expect(signInStaff(as(visitor), { email, password: "wrong" })).rejects.toMatchObject(wrongCredentials);
    const unknown = `nobody-${email}`;
    await expect(signInStaff(as(visitor), { email: unknown, password })).rejects.toMatchObject(wrongCredentials);
    await ports.staffIdentity.invite({ email: unknown, name: "Хэн нэгэн", silent: true });
    await ports.staffIdentity.setPassword({ email: unknown, password });
    await expect(signInStaff(as(visitor), { email: unknown, password })).rejects.toMatchObject(wrongCredentials);
  });

  test("somebody disabled in our own record, whatever the provider says", async () => {
    const { as, visitor, email, staffId, school, ports } = await staffWorld();
    const staff = await ports.staff.get({ tenant: school.schoolId, staffId });
    await ports.staff.setDisabled({ subject: staff?.subject ?? "", disabled: true });
    await expect(signInStaff(as(visitor), { email, password })).rejects.toMatchObject(wrongCredentials);
    const left = await ports.sessions.listOf({ tenant: school.schoolId, accountId: staffId });
    expect(left.items).toEqual([]);
  });

  test("somebody disabled at the provider", async () => {
    const { as, visitor, email, ports } = await staffWorld();
    await ports.staffIdentity.disable(email);
    await expect(signInStaff(as(visitor), { email, password })).rejects.toMatchObject(wrongCredentials);
  });
});
