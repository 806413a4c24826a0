import { createAuditStore, createStaffStore } from "../../packages/core/src/account/index.ts";
import { createS3EventArchive } from "../../packages/core/src/adapters/s3-event-archive.ts";
import { createSqsFlagQueue, createSqsMailQueue } from "../../packages/core/src/adapters/sqs-queue.ts";
import type { AlarmHook, TableHandle } from "../../packages/core/src/kernel/index.ts";
import {
  createFlagStore,
  createNotificationStore,
  createReviewItemStore,
  type FlagPorts,
  type RaiseFlagInput,
} from "../../packages/core/src/safety/index.ts";
import type { MailNotice } from "../../packages/core/src/safety/schema.ts";
import { createSchoolStore } from "../../packages/core/src/school/index.ts";
import { createExchangeStore, createTalkReader } from "../../packages/core/src/tutor/index.ts";

/** What went out while a test ran; the queues got it too. */
export interface Sent {
  readonly mails: MailNotice[];
  readonly waitingFlags: RaiseFlagInput[];
  readonly alarms: string[];
}

/** What the stack links under this name. From the environment: benchmarks have no test runner to ask. */
function linked(name: string): { readonly name: string; readonly url: string } {
  return JSON.parse(process.env[`SST_RESOURCE_${name}`] ?? "{}") as { name: string; url: string };
}

/** Everything that flags need, on the real adapters of this run's stack, with a record of what was sent. */
export function flagPorts(table: TableHandle) {
  const sent: Sent = { mails: [], waitingFlags: [], alarms: [] };
  const mails = createSqsMailQueue({ queueUrl: linked("MailQueue").url });
  const waiting = createSqsFlagQueue({ queueUrl: linked("FlagQueue").url });
  const alarms: AlarmHook = { raise: (name) => void sent.alarms.push(name) };
  const flagging: FlagPorts = {
    flags: createFlagStore(table),
    notifications: createNotificationStore(table),
    reviewItems: createReviewItemStore(table),
    talks: createTalkReader(createExchangeStore(table)),
    reviewArchive: createS3EventArchive({ bucket: linked("Events").name }),
    mailQueue: {
      async send(notice) {
        await mails.send(notice);
        sent.mails.push(notice);
      },
    },
    flagQueue: {
      async send(input) {
        await waiting.send(input);
        sent.waitingFlags.push(input);
      },
    },
    alarms,
  };
  const people = {
    schools: createSchoolStore(table),
    staff: createStaffStore(table),
    audit: createAuditStore(table),
  };
  return { sent, ports: { ...flagging, ...people } };
}
