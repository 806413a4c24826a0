import { S3Client } from "@aws-sdk/client-s3";

/**
 * S3 as both homes reach it. Path-style addresses where an endpoint is set (a loopback host has no bucket subdomains);
 * checksums only where an operation requires them, else a presigned PUT carries the checksum of an empty body.
 */
export function openS3(): S3Client {
  const hasOwnEndpoint = process.env["AWS_ENDPOINT_URL_S3"] !== undefined;
  return new S3Client({
    forcePathStyle: hasOwnEndpoint,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
  });
}
