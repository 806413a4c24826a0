import { PutObjectCommand } from "@aws-sdk/client-s3";
import type { EventArchive } from "../learning/ports.ts";
import { openS3 } from "./s3-client.ts";

/** Raw events as JSON lines under `key`; the same key is overwritten with the same bytes, so a repeat changes nothing. */
export function createS3EventArchive(options: { readonly bucket: string }): EventArchive {
  const client = openS3();
  return {
    async append({ key, lines }) {
      if (lines.length === 0) return;
      await client.send(
        new PutObjectCommand({
          Bucket: options.bucket,
          Key: key,
          Body: `${lines.join("\n")}\n`,
          ContentType: "application/x-ndjson",
        }),
      );
    },
  };
}
