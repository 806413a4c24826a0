import { randomUUID } from "node:crypto";
import { systemIds } from "@ukhaan/core/kernel";
import type { SQSEvent } from "aws-lambda";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { readMails } from "../../../scripts/embedded/ses.ts";
import { concern } from "../../../tests/support/flag-world.ts";
import { testStack } from "../../../tests/support/stack.ts";
import { tutorActor } from "../../../tests/support/tutor-actor.ts";
import { flagDeps } from "./deps.ts";
import { handler as raiseFlags } from "./raise-flags.ts";
import { handler as sendMails } from "./send-mails.ts";

const eventOf = (bodies: readonly unknown[]): SQSEvent => ({
  Records: bodies.map((body) => ({
    messageId: randomUUID(),
    body: typeof body === "string" ? body : JSON.stringify(body),
    receiptHandle: "",
    attributes: {} as never,
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "",
    awsRegion: "",
  })),
});

describe("the functions behind flags", () => {
  test("write what waited in the queue, once, and give back alone what they can't read", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const pupil = tutorActor();
    const input = concern(pupil, Date.now());
    const event = eventOf([input, input, "{", { kind: "self-harm" }]);
    const { batchItemFailures } = await raiseFlags(event);
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(
      event.Records.slice(2).map(({ messageId }) => messageId),
    );
    const { items } = await flagDeps().flags.listOf({ schoolId: pupil.schoolId, state: "open" });
    expect(items).toMatchObject([{ kind: "self-harm", pupil: { studentId: pupil.studentId } }]);
  });

  test("mail a notice to its reader's address", async () => {
    const schoolId = systemIds.next("school");
    const staffId = systemIds.next("staff");
    const email = `${staffId.toLowerCase()}@ukhaan.example`;
    const record = { tenant: schoolId, staffId, subject: staffId, role: "teacher", name: "Дулам", email } as const;
    await flagDeps().staff.create({ ...record, disabled: false, createdAtMs: Date.now() });
    const notice = {
      kind: "flag-raised",
      severity: "high",
      schoolId,
      flagId: systemIds.next("flag"),
      dueAtMs: Date.now(),
    };
    const answer = await sendMails(eventOf([{ ...notice, to: { tenant: schoolId, staffId } }]));
    expect(answer.batchItemFailures).toEqual([]);
    const dir = join(testStack().dir, "mail");
    const mine = readMails(dir).filter(({ to }) => to.includes(email));
    expect(mine).toHaveLength(1);
    expect(mine[0]?.text).toContain(notice.flagId);
  });
});
