import { HeadBucketCommand } from "@aws-sdk/client-s3";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { openS3 } from "./s3-client.ts";

/** Whether services answer: one small request that changes nothing, and that the caller cuts off when it takes too long. */
type Ask = (signal: AbortSignal) => Promise<void>;

/** Every one of these queues. */
export function askQueues(queueUrls: readonly string[]): Ask {
  const client = new SQSClient({ maxAttempts: 1, useQueueUrlAsEndpoint: true });
  return async (abortSignal) => {
    const asked = queueUrls.map((QueueUrl) =>
      client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }), { abortSignal }),
    );
    await Promise.all(asked);
  };
}

/** Every one of these buckets. */
export function askBuckets(buckets: readonly string[]): Ask {
  const client = openS3();
  return async (abortSignal) => {
    await Promise.all(buckets.map((Bucket) => client.send(new HeadBucketCommand({ Bucket }), { abortSignal })));
  };
}

/**
 * The user pool, by its public keys: they need no permission, and no sign-in can be checked without them.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
 */
export function askUserPool({
  poolId,
  endpoint,
}: {
  readonly poolId: string;
  readonly endpoint: string | undefined;
}): Ask {
  const region = poolId.split("_")[0] ?? "";
  const keys = new URL(`/${poolId}/.well-known/jwks.json`, endpoint ?? `https://cognito-idp.${region}.amazonaws.com`);
  return async (signal) => {
    const response = await fetch(keys, { signal });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The user pool's keys can't be read: ${response.status}`);
  };
}
