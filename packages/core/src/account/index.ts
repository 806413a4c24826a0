export { createAuditStore } from "./audit.store.ts";
export { isBadCursor } from "./bad-cursor.ts";
export { completeCode } from "./complete-code.ts";
export { completeNewPassword } from "./complete-new-password.ts";
export { listDevices } from "./list-devices.ts";
export { openSession } from "./open-session.ts";
export type {
  AccountKey,
  AccountPorts,
  AuditEntry,
  AuditStore,
  IdentityVerdict,
  SessionStore,
  StaffIdentity,
  StaffStore,
  StoredSession,
  StoredStaff,
} from "./ports.ts";
export { recordAudit } from "./record-audit.ts";
export { resolveSession } from "./resolve-session.ts";
export type { ActorSeed, DeviceView, OpenedSession, StaffRole, StaffSignIn, Tenant } from "./schema.ts";
export { hashSecret, verifySecret } from "./secret-hash.ts";
export { createSessionStore } from "./session.store.ts";
export { signInStaff } from "./sign-in-staff.ts";
export { signOut } from "./sign-out.ts";
export { signOutDevice } from "./sign-out-device.ts";
export { signOutEverywhere } from "./sign-out-everywhere.ts";
export { createStaffStore } from "./staff.store.ts";
