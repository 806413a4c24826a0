import type { AccountPorts, StoredStaff } from "../account/index.ts";
import type { SchoolId } from "../kernel/index.ts";
import type { SchoolPorts } from "./ports.ts";
import { activeStaff } from "./safeguard-school.ts";

/** Who can be told about a flag of a school; every list holds only people who can sign in. */
export interface SafeguardDuty {
  /** The confirmed safeguarding person, or the deputy when that person is away or gone; empty when there is neither. */
  readonly onDuty: readonly StoredStaff[];
  readonly schoolAdmins: readonly StoredStaff[];
  readonly platformAdmins: readonly StoredStaff[];
}

type DutyPorts = Pick<SchoolPorts, "schools"> & Pick<AccountPorts, "staff">;

/** Staff lists are short; this many pages of 50 hold any school. */
const mostPages = 20;

export async function safeguardDuty(ports: DutyPorts, schoolId: SchoolId, nowMs: number): Promise<SafeguardDuty> {
  const [school, schoolAdmins, platformAdmins] = await Promise.all([
    ports.schools.get(schoolId),
    everyAdmin(ports, schoolId, "school-admin"),
    everyAdmin(ports, "national", "platform-admin"),
  ]);
  const named = school?.safeguard;
  if (!named) return { onDuty: [], schoolAdmins, platformAdmins };
  const [first, deputy] = await Promise.all([
    activeStaff(ports, schoolId, named.staffId),
    activeStaff(ports, schoolId, named.deputyId),
  ]);
  const present = first && named.confirmedAtMs !== undefined && (named.awayUntilMs ?? 0) <= nowMs ? first : undefined;
  const onDuty = present ?? deputy;
  return { onDuty: onDuty ? [onDuty] : [], schoolAdmins, platformAdmins };
}

async function everyAdmin(
  { staff }: DutyPorts,
  tenant: SchoolId | "national",
  role: StoredStaff["role"],
): Promise<StoredStaff[]> {
  const found: StoredStaff[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, cursor: next } = await staff.list(tenant, cursor);
    found.push(...items.filter((member) => member.role === role && !member.disabled));
    if (next === undefined) break;
    cursor = next;
  }
  return found;
}
