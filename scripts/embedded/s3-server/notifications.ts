import { setTimeout as delay } from "node:timers/promises";
import type { ObjectChange, ObjectStore } from "./object-store.ts";

/** Which changes of a bucket are announced, and to whom. */
export interface BucketNotification {
  readonly bucket: string;
  /** Only keys that start with it. */
  readonly prefix?: string;
  /** `ObjectCreated` or `ObjectRemoved`. */
  readonly event: string;
  /** Delivers one message; a failure is tried again until it works. */
  readonly send: (body: string) => Promise<void>;
}

export interface Announcer {
  /** Says that there may be new changes. */
  wake(): void;
  stop(): Promise<void>;
}

/**
 * Announces changes in their order, each at least once: a change leaves the store only after every listener has it, so one
 * that was acknowledged to the uploader reaches its queue even if the process dies in between.
 */
export function startAnnouncer(
  store: ObjectStore,
  notifications: readonly BucketNotification[],
  region: string,
): Announcer {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  const announceAll = async () => {
    for (let next = store.nextChange(); next && !stopping.signal.aborted; next = store.nextChange()) {
      const { change, id } = next;
      try {
        for (const { send } of notifications.filter((notification) => concerns(notification, change))) {
          await send(eventMessage(change, id, region));
        }
        store.forgetChange(id);
      } catch (error) {
        if (stopping.signal.aborted) return;
        console.error("A change in S3 could not be announced; trying again:", error);
        await delay(500, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };

  let again = false;
  const wake = () => {
    // A change may be noted just as the last round ends: it must not wait for the next one.
    again = running !== undefined;
    if (again || stopping.signal.aborted) return;
    running = announceAll().finally(() => {
      running = undefined;
      if (again) wake();
    });
  };

  return {
    wake,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

function concerns({ bucket, prefix = "", event }: BucketNotification, change: ObjectChange): boolean {
  return change.bucket === bucket && change.key.startsWith(prefix) && change.eventName.startsWith(`${event}:`);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
function eventMessage(change: ObjectChange, id: number, region: string): string {
  const { bucket, key, eventName, sizeBytes, etag, timeMs } = change;
  // Keys come form-encoded: a space is a plus sign.
  const encodedKey = encodeURIComponent(key).replaceAll("%2F", "/").replaceAll("%20", "+");
  const record = {
    eventVersion: "2.1",
    eventSource: "aws:s3",
    awsRegion: region,
    eventTime: new Date(timeMs).toISOString(),
    eventName,
    userIdentity: { principalId: "EMBEDDED" },
    requestParameters: { sourceIPAddress: "127.0.0.1" },
    responseElements: { "x-amz-request-id": String(id), "x-amz-id-2": String(id) },
    s3: {
      s3SchemaVersion: "1.0",
      configurationId: "embedded",
      bucket: { name: bucket, ownerIdentity: { principalId: "EMBEDDED" }, arn: `arn:aws:s3:::${bucket}` },
      object: {
        key: encodedKey,
        size: sizeBytes,
        eTag: etag,
        sequencer: id.toString(16).padStart(16, "0").toUpperCase(),
      },
    },
  };
  return JSON.stringify({ Records: [record] });
}
