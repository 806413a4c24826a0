import { recordHealth } from "@ukhaan/core/health";
import { systemActor } from "@ukhaan/core/kernel";
import { healthDeps } from "./deps.ts";

/** Every five minutes: how every part does, for the history of the status page. */
export async function handler(): Promise<void> {
  await recordHealth({ ...healthDeps(), actor: systemActor });
}
