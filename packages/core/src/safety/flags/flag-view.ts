import type { StoredFlag } from "../flag-ports.ts";
import type { FlagView } from "../flag-schema.ts";

export function flagView(flag: StoredFlag): FlagView {
  const { flagId, schoolId, kind, severity, state, stage, pupil, raisedAtMs, dueAtMs, acknowledgedAtMs } = flag;
  return {
    flagId,
    schoolId,
    kind,
    severity,
    state,
    stage,
    pupil,
    raisedAtMs,
    dueAtMs,
    ...(acknowledgedAtMs === undefined ? {} : { acknowledgedAtMs }),
    assignees: flag.assignees.map(({ name }) => name),
  };
}
