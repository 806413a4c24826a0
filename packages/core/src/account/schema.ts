import * as z from "zod";
import type { Actor } from "../kernel/actor.ts";
import { idSchema } from "../kernel/id-schema.ts";
import type { SchoolId, SessionId } from "../kernel/ids.ts";

/** Whose data a record is: a school's, or the nation's (platform and ministry staff). */
export type Tenant = SchoolId | "national";

type WithoutSession<T> = T extends Actor ? Omit<T, "sessionId"> : never;
/** Somebody whose identity was just proved and who has no session yet. */
export type ActorSeed = WithoutSession<Actor>;

/** The request's User-Agent header; kept only as a label like "Chrome · Android". */
export const Device = z.string().trim().max(1_000).default("");

export const Email = z.email().trim().toLowerCase().max(254);

/** Cognito's longest password is 256 characters. */
const maxPasswordLength = 256;
export const minPasswordLength = 12;

export const SignInStaffInput = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(maxPasswordLength),
  device: Device,
});
export type SignInStaffInput = z.input<typeof SignInStaffInput>;

/** What {@link StaffSignIn} gave, sent back as it was; dies after three minutes. */
const Challenge = z.string().min(1).max(8_000);

export const CompleteNewPasswordInput = z.object({
  challenge: Challenge,
  newPassword: z.string().min(minPasswordLength).max(maxPasswordLength),
  device: Device,
});
export type CompleteNewPasswordInput = z.input<typeof CompleteNewPasswordInput>;

export const CompleteCodeInput = z.object({
  challenge: Challenge,
  /** Six digits of an authenticator app; spaces between them are forgiven. */
  code: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/)),
  device: Device,
});
export type CompleteCodeInput = z.input<typeof CompleteCodeInput>;

/** A session that was just opened. The token is seen here and in the cookie only. */
export interface OpenedSession {
  readonly token: string;
  /**
   * The latest moment this session can live, for the cookie's own expiry. It ends earlier when it lies idle (pupils 30 days,
   * staff 12 hours): that is decided here, not by the browser.
   */
  readonly expiresAtMs: number;
  readonly actor: Actor;
}

/** How far a staff member's sign-in came. Callers branch on `kind`. */
export type StaffSignIn =
  | ({ readonly kind: "signed-in" } & OpenedSession)
  | { readonly kind: "new-password-required"; readonly challenge: string }
  | { readonly kind: "code-required"; readonly challenge: string };

export const SignOutDeviceInput = z.object({ sessionId: idSchema("session") });
export type SignOutDeviceInput = z.input<typeof SignOutDeviceInput>;

export const ListDevicesInput = z.object({ cursor: z.string().max(2_000).optional() });
export type ListDevicesInput = z.input<typeof ListDevicesInput>;

/** One device that an account is signed in on. */
export interface DeviceView {
  readonly sessionId: SessionId;
  /** Like "Chrome · Android"; empty when the browser said nothing we know. */
  readonly label: string;
  readonly signedInAtMs: number;
  /** Rounded: a visit is noted once an hour (staff) or once a day (pupils). */
  readonly lastSeenAtMs: number;
  /** The device that asks. */
  readonly current: boolean;
}

export const staffRoles = ["teacher", "school-admin", "platform-admin", "ministry"] as const;
export const StaffRole = z.enum(staffRoles);
export type StaffRole = z.infer<typeof StaffRole>;
