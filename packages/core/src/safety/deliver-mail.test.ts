import { beforeAll, describe, expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { systemActor, systemIds, type TableHandle } from "../kernel/index.ts";
import { deliverMail, type Mail, MailFailure } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

async function mailWorld() {
  const place = await flagWorld(table);
  const box: Mail[] = [];
  const more = {
    mailer: { send: async (mail: Mail) => void box.push(mail) },
    mailWriter: { write: () => ({ subject: "Дохио", text: "Хүлээж байна" }) },
  };
  await place.raise();
  return { place, box, more, notice: place.sent.mails[0] };
}

describe("a mail to staff", () => {
  test("goes to the address that its reader has", async () => {
    const { place, box, more, notice } = await mailWorld();
    await deliverMail({ ...place.as(systemActor), ...more }, JSON.parse(JSON.stringify(notice)));
    const to = `${place.safeguard.staffId.toLowerCase()}@ukhaan.example`;
    expect(box).toEqual([{ to, subject: "Дохио", text: "Хүлээж байна" }]);
  });

  test("goes nowhere when its reader has left or never was", async () => {
    const { place, box, more, notice } = await mailWorld();
    await place.ports.staff.setDisabled({ subject: place.safeguard.staffId, disabled: true });
    const ctx = { ...place.as(systemActor), ...more };
    await deliverMail(ctx, notice);
    await deliverMail(ctx, { ...notice, to: { tenant: place.schoolId, staffId: systemIds.next("staff") } });
    expect(box).toEqual([]);
  });

  test("that the service does not take is reported, so that it comes again", async () => {
    const { place, more, notice } = await mailWorld();
    const mailer = { send: () => Promise.reject(new MailFailure("throttled")) };
    const sending = deliverMail({ ...place.as(systemActor), ...more, mailer }, notice);
    await expect(sending).rejects.toMatchObject({ reason: "throttled" });
  });

  test("is refused when the message is none, and from anybody but the product", async () => {
    const { place, box, more, notice } = await mailWorld();
    const ctx = { ...place.as(systemActor), ...more };
    await expect(deliverMail(ctx, { kind: "spam" })).rejects.toMatchObject({ kind: "invalid" });
    const asAdmin = { ...place.as(place.platformAdmin), ...more } as never;
    await expect(deliverMail(asAdmin, notice)).rejects.toMatchObject({ kind: "forbidden" });
    expect(box).toEqual([]);
  });
});
