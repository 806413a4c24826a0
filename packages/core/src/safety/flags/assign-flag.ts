import type { SafeguardDuty } from "../../school/index.ts";
import type { StoredFlag } from "../flag-ports.ts";
import { type FlagStage, flagStages } from "../flag-schema.ts";

/** Who is asked: people of the first stage from `from` on that has any. At the platform's end it may be nobody; reminders look again. */
export function assignFlag(duty: SafeguardDuty, from: FlagStage): Pick<StoredFlag, "stage" | "assignees"> {
  const people = { safeguard: duty.onDuty, "school-admins": duty.schoolAdmins, platform: duty.platformAdmins };
  const stage = flagStages.slice(flagStages.indexOf(from)).find((one) => people[one].length > 0) ?? "platform";
  return { stage, assignees: people[stage].map(({ staffId, name }) => ({ staffId, name })) };
}

/** The stage after this one; the platform is the last. */
export function nextStage(stage: FlagStage): FlagStage {
  return flagStages[flagStages.indexOf(stage) + 1] ?? "platform";
}
