import type { Actor, EventId, Page, SessionId, StaffId } from "../kernel/index.ts";
import type { StaffRole, Tenant } from "./schema.ts";

/** Whose sessions: the tenant and the student's or staff member's id. */
export interface AccountKey {
  readonly tenant: Tenant;
  readonly accountId: string;
}

export interface StoredSession extends AccountKey {
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string;
  readonly sessionId: SessionId;
  /** Kept in the record, so that a request costs one read. */
  readonly actor: Actor;
  readonly label: string;
  readonly createdAtMs: number;
  readonly seenAtMs: number;
  readonly expiresAtMs: number;
}

export interface SessionStore {
  add(session: StoredSession): Promise<void>;
  /** One strongly consistent read. Expired records may still be found: DynamoDB deletes them hours late. */
  find(tokenHash: string): Promise<StoredSession | undefined>;
  /** Prolongs a session unless it was ended meanwhile; says whether it still lives. */
  extend(input: {
    readonly tokenHash: string;
    readonly seenAtMs: number;
    readonly expiresAtMs: number;
  }): Promise<boolean>;
  /** Ends a session; ending it twice changes nothing. */
  end(tokenHash: string): Promise<void>;
  /** Newest first. */
  listOf(account: AccountKey, cursor?: string): Promise<Page<StoredSession>>;
  findOf(account: AccountKey, sessionId: SessionId): Promise<StoredSession | undefined>;
  /** Ends all sessions of an account and says how many there were. */
  endAllOf(account: AccountKey): Promise<number>;
}

export interface StoredStaff {
  readonly tenant: Tenant;
  readonly staffId: StaffId;
  /** The identity provider's name for the person (Cognito's `sub`). */
  readonly subject: string;
  readonly role: StaffRole;
  readonly name: string;
  readonly email: string;
  readonly disabled: boolean;
  readonly createdAtMs: number;
}

export interface StaffStore {
  /** False when this subject has a record already; nothing is changed then. */
  create(staff: StoredStaff): Promise<boolean>;
  bySubject(subject: string): Promise<StoredStaff | undefined>;
  get(input: { readonly tenant: Tenant; readonly staffId: StaffId }): Promise<StoredStaff | undefined>;
  /** Staff of a school in the order they were added. */
  list(tenant: Tenant, cursor?: string): Promise<Page<StoredStaff>>;
  setDisabled(input: { readonly subject: string; readonly disabled: boolean }): Promise<void>;
}

/** What the identity provider said. Wrong password, unknown and disabled person all are `refused`. */
export type IdentityVerdict =
  | { readonly kind: "verified"; readonly subject: string }
  | { readonly kind: "new-password-required"; readonly challenge: string }
  | { readonly kind: "code-required"; readonly challenge: string }
  | { readonly kind: "refused" };

/**
 * Who proves that a staff member is who they say (Cognito). Every method throws
 * `DomainError("unavailable", "account.identity-down")` when it can't answer, for whatever unknown reason, and
 * `DomainError("limited", "account.too-many-tries")` when the provider wants a pause.
 */
export interface StaffIdentity {
  signIn(input: { readonly email: string; readonly password: string }): Promise<IdentityVerdict>;
  answerNewPassword(input: {
    readonly challenge: string;
    readonly newPassword: string;
  }): Promise<IdentityVerdict | { readonly kind: "weak-password" }>;
  answerCode(input: {
    readonly challenge: string;
    readonly code: string;
  }): Promise<IdentityVerdict | { readonly kind: "wrong-code" }>;
  /** Creates the person and mails a temporary password; somebody who exists is found, and not mailed again. */
  invite(input: {
    readonly email: string;
    readonly name: string;
    readonly silent: boolean;
  }): Promise<{ readonly subject: string }>;
  /** Sets a lasting password: sample staff, and the first administrator of a stage. */
  setPassword(input: { readonly email: string; readonly password: string }): Promise<void>;
  disable(email: string): Promise<void>;
}

/** One line of the audit trail: a past fact. No names, PINs or tokens in it. */
export interface AuditEntry {
  readonly eventId: EventId;
  readonly tenant: Tenant;
  readonly atMs: number;
  /** Calendar day in Ulaanbaatar. */
  readonly day: string;
  readonly accountId: string;
  readonly role: string;
  /** `noun.past-tense`, like `pupil.signed-in`. */
  readonly action: string;
  /** Id of what was acted upon. */
  readonly subject: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

export interface AuditStore {
  append(entry: AuditEntry): Promise<void>;
  /** Oldest first. */
  byDay(input: { readonly tenant: Tenant; readonly day: string; readonly cursor?: string }): Promise<Page<AuditEntry>>;
  /** Newest first. */
  byAccount(account: AccountKey, cursor?: string): Promise<Page<AuditEntry>>;
}

export interface AccountPorts {
  readonly sessions: SessionStore;
  readonly staff: StaffStore;
  readonly staffIdentity: StaffIdentity;
  readonly audit: AuditStore;
}
