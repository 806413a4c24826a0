import type { AccountPorts } from "@ukhaan/core/account";
import type { FeaturePorts } from "@ukhaan/core/flag";
import type { HealthPorts, HealthWatch } from "@ukhaan/core/health";
import type { Clock, IdSource, Log } from "@ukhaan/core/kernel";
import type { LearningPorts } from "@ukhaan/core/learning";
import type { FlagPorts, SafetyPorts } from "@ukhaan/core/safety";
import type { SchoolPorts } from "@ukhaan/core/school";
import type { TextbookPorts, UploadPorts } from "@ukhaan/core/textbook";
import type { TutorPorts } from "@ukhaan/core/tutor";

/** Every port of the web program; contexts carry them all and operations pick theirs. */
export type WebPorts = AccountPorts &
  FeaturePorts &
  Pick<HealthPorts, "healthHistory"> & { readonly healthWatch: HealthWatch } & SchoolPorts &
  TextbookPorts &
  UploadPorts &
  Pick<LearningPorts, "insights" | "insightSettings" | "rollUps"> &
  SafetyPorts &
  FlagPorts &
  TutorPorts;

/** What `deps.ts` composes once per program. */
export interface WebDeps {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly ports: WebPorts;
  /** Origins that page images and uploads go to, beside our own (S3); the Content-Security-Policy lists them. */
  readonly fileOrigins: readonly string[];
  /** `off` ends the service worker in every browser that has it. */
  readonly serviceWorker: "on" | "off";
}
