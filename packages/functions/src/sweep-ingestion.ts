import { systemActor } from "@ukhaan/core/kernel";
import { type SweptIngestion, sweepIngestion } from "@ukhaan/core/textbook";
import { ingestDeps } from "./deps.ts";

/** Sets stuck ingestions going again; called every minute by a schedule. */
export function handler(): Promise<SweptIngestion> {
  return sweepIngestion({ ...ingestDeps(), actor: systemActor });
}
