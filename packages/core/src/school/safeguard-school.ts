import type { AccountPorts, StoredStaff } from "../account/index.ts";
import { type Actor, DomainError, type SchoolId, type StaffId } from "../kernel/index.ts";
import type { StoredSafeguard } from "./ports.ts";
import type { SafeguardCandidate } from "./safeguard-schema.ts";

/** The school that is meant: staff of a school have their own, and another's looks missing; national staff must say it. */
export function meantSchool(actor: Actor, asked: SchoolId | undefined): SchoolId {
  if ("schoolId" in actor) {
    if (asked !== undefined && asked !== actor.schoolId) throw new DomainError("not-found", "school.no-such-school");
    return actor.schoolId;
  }
  if (asked === undefined) throw new DomainError("invalid", "school.staff-needs-school");
  return asked;
}

/** Somebody of the school's staff who can sign in; undefined for anybody else. */
export async function activeStaff(
  { staff }: Pick<AccountPorts, "staff">,
  schoolId: SchoolId,
  staffId: StaffId | undefined,
): Promise<StoredStaff | undefined> {
  if (staffId === undefined) return undefined;
  const member = await staff.get({ tenant: schoolId, staffId });
  return member && !member.disabled ? member : undefined;
}

export function candidateView(member: StoredStaff | undefined): SafeguardCandidate | undefined {
  if (!member || (member.role !== "teacher" && member.role !== "school-admin")) return undefined;
  const { staffId, name, role } = member;
  return { staffId, name, role };
}

/** What somebody of the staff is in this matter. */
export function partOf(
  safeguard: StoredSafeguard | undefined,
  staffId: StaffId,
): "safeguard" | "deputy" | "to-confirm" | "nobody" {
  if (safeguard === undefined) return "nobody";
  if (safeguard.nomineeId === staffId) return "to-confirm";
  if (safeguard.staffId === staffId) return safeguard.confirmedAtMs === undefined ? "to-confirm" : "safeguard";
  return safeguard.deputyId === staffId ? "deputy" : "nobody";
}
