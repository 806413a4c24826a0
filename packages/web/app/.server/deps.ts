import { deps as composeDeps } from "@ukhaan/functions/deps";
import type { WebDeps } from "./web-deps.ts";

let composed: WebDeps | undefined;

/** The web program's ports, composed on first use and kept. */
export async function deps(): Promise<WebDeps> {
  if (composed) return composed;
  const { clock, ids, log, ...ports } = composeDeps();
  composed = { clock, ids, log, ports, fileOrigins: fileOrigins() };
  return composed;
}

/** Where signed addresses of S3 lead: its own endpoint in the embedded home, the regional one on AWS. */
function fileOrigins(): readonly string[] {
  const { AWS_ENDPOINT_URL_S3: endpoint, AWS_REGION: region } = process.env;
  return [endpoint ? new URL(endpoint).origin : `https://*.s3.${region ?? "ap-northeast-2"}.amazonaws.com`];
}
