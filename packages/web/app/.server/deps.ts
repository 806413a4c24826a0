import { deps as composeDeps } from "@ukhaan/functions/deps";
import type { WebDeps } from "./web-deps.ts";

let composed: WebDeps | undefined;

/** The web program's ports, composed on first use and kept. */
export async function deps(): Promise<WebDeps> {
  if (composed) return composed;
  const { clock, ids, log, ...ports } = composeDeps();
  composed = { clock, ids, log, ports, fileOrigins: fileOrigins(), serviceWorker: serviceWorker() };
  return composed;
}

/** The switch that needs no deployment of code. A typing error must not quietly leave the worker alive. */
function serviceWorker(): "on" | "off" {
  const { UKHAAN_SERVICE_WORKER: given = "on" } = process.env;
  if (given !== "on" && given !== "off") throw new Error("UKHAAN_SERVICE_WORKER must be on or off");
  return given;
}

/** Where signed addresses of S3 lead: its own endpoint in the embedded home, the regional one on AWS. */
function fileOrigins(): readonly string[] {
  const { AWS_ENDPOINT_URL_S3: endpoint, AWS_REGION: region } = process.env;
  return [endpoint ? new URL(endpoint).origin : `https://*.s3.${region ?? "ap-northeast-2"}.amazonaws.com`];
}
