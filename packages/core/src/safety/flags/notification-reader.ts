import type { Tenant } from "../../account/index.ts";
import { requireRole, type Staff, type StaffId } from "../../kernel/index.ts";

/** Whose notifications: everybody on the staff has their own. */
export function notificationReader(actor: Staff): { readonly tenant: Tenant; readonly staffId: StaffId } {
  const staff = requireRole(actor, "teacher", "school-admin", "platform-admin", "ministry");
  return { tenant: "schoolId" in staff ? staff.schoolId : "national", staffId: staff.staffId };
}
