import type { ClassroomId, Grade, Page, SchoolId, StaffId, StudentId } from "../kernel/index.ts";
import type { AimagCode } from "./aimags.ts";
import type { ChatGate } from "./chat-access.ts";

/** Who cares for a school's flags. A successor takes over when they confirm, so that no school is without one meanwhile. */
export interface StoredSafeguard {
  readonly staffId: StaffId;
  readonly deputyId?: StaffId;
  /** Absent until the person has confirmed: pupils can't chat before. */
  readonly confirmedAtMs?: number;
  readonly nomineeId?: StaffId;
  /** Until then the deputy is on duty. */
  readonly awayUntilMs?: number;
}

export interface StoredSchool {
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly aimag: AimagCode;
  readonly soum: string;
  readonly createdAtMs: number;
  readonly safeguard?: StoredSafeguard;
}

/** Whose AI a kill switch stops: one school's, or everybody's. */
export type AiScope = SchoolId | "everywhere";

/** How a kill switch stands. */
export interface AiSwitch {
  readonly on: boolean;
  readonly reason: string;
  readonly changedBy: StaffId;
  readonly changedAtMs: number;
}

export interface AiSwitchStore {
  /** What decides over a school's chat, in one read. A switch that was never touched is absent, which means on. */
  read(schoolId: SchoolId): Promise<{
    readonly school: AiSwitch | undefined;
    readonly everywhere: AiSwitch | undefined;
    readonly safeguardConfirmed: boolean;
  }>;
  set(thrown: AiSwitch & { readonly scope: AiScope }): Promise<void>;
  get(scope: AiScope): Promise<AiSwitch | undefined>;
}

export interface SchoolStore {
  /** False when a school with this id is there already. */
  create(school: StoredSchool): Promise<boolean>;
  get(schoolId: SchoolId): Promise<StoredSchool | undefined>;
  /**
   * Names the safeguarding person. A confirmed one stays until the successor confirms, unless `replaceNow` (they have left).
   * False when there is no such school.
   */
  nameSafeguard(input: {
    readonly schoolId: SchoolId;
    readonly staffId: StaffId;
    readonly deputyId: StaffId | undefined;
    readonly replaceNow: boolean;
  }): Promise<boolean>;
  /** False when this person is not the one who is named and not confirmed. */
  confirmSafeguard(input: {
    readonly schoolId: SchoolId;
    readonly staffId: StaffId;
    readonly atMs: number;
  }): Promise<boolean>;
  /** False when this person is not the safeguarding person. */
  setSafeguardAway(input: {
    readonly schoolId: SchoolId;
    readonly staffId: StaffId;
    readonly untilMs: number | undefined;
  }): Promise<boolean>;
}

export interface ClassroomKey {
  readonly schoolId: SchoolId;
  readonly classroomId: ClassroomId;
}

export interface StoredClassroom extends ClassroomKey {
  readonly name: string;
  readonly grade: Grade;
  /** Calendar year in which the school year began. */
  readonly schoolYear: number;
  readonly code: string;
  readonly teacherIds: readonly StaffId[];
  readonly pupilCount: number;
  /** Grows with every change of the roster: two enrolments at once can't both win. */
  readonly rosterVersion: number;
  readonly createdAtMs: number;
}

export interface ClassroomStore {
  /** Opens a class, unless its code or its name in this school year is taken. */
  create(classroom: StoredClassroom): Promise<"created" | "name-taken" | "code-taken">;
  get(key: ClassroomKey): Promise<StoredClassroom | undefined>;
  /** Classes of a school by grade and name; with `teacherId` those of one teacher. */
  list(input: {
    readonly schoolId: SchoolId;
    readonly teacherId?: StaffId;
    readonly cursor?: string | undefined;
  }): Promise<Page<StoredClassroom>>;
  byCode(code: string): Promise<ClassroomKey | undefined>;
  /** Swaps the code, unless the new one is taken or the old one was swapped already. */
  renewCode(
    input: ClassroomKey & { readonly from: string; readonly to: string },
  ): Promise<"renewed" | "taken" | "stale">;
  /**
   * Counts one wrong guess from this origin in this minute. False when `max` were counted already.
   * Right codes are never counted: a whole school behind one address stays free.
   */
  countMiss(input: { readonly origin: string; readonly minute: number; readonly max: number }): Promise<boolean>;
  misses(input: { readonly origin: string; readonly minute: number }): Promise<number>;
}

export interface PupilKey extends ClassroomKey {
  readonly studentId: StudentId;
}

export interface StoredPupil extends PupilKey {
  readonly givenName: string;
  readonly familyName: string;
  readonly pinHash: string;
  /** Grows with every new PIN: a sign-in that began with the old one can't end. */
  readonly pinVersion: number;
  /** Tries since the last right PIN or lock. */
  readonly tries: number;
  readonly lastTryAtMs: number;
  /** How many locks there were since the last right PIN. */
  readonly locks: number;
  /** Tries since the PIN was set that no right PIN gave back: never forgotten while the PIN lives. */
  readonly misses: number;
  readonly createdAtMs: number;
}

export type PinTry =
  /** One of the tries is used up, whatever the PIN turns out to be. */
  | { readonly kind: "taken"; readonly pupil: StoredPupil; readonly triesLeft: number }
  | { readonly kind: "locked"; readonly untilMs: number }
  /** The PIN has been missed too often in its life: only another one opens. */
  | { readonly kind: "needs-new-pin" }
  | { readonly kind: "no-pupil" };

export interface PupilStore {
  /** All pupils of the class (at most 100), in no order; the withdrawn are left out. */
  list(classroom: ClassroomKey): Promise<readonly StoredPupil[]>;
  get(key: PupilKey): Promise<StoredPupil | undefined>;
  /** Adds pupils in one transaction, unless the roster has changed since `rosterVersion` or would grow past `maxPupils`. */
  enrol(input: {
    readonly classroom: ClassroomKey;
    readonly rosterVersion: number;
    readonly pupils: readonly StoredPupil[];
    readonly maxPupils: number;
  }): Promise<"enrolled" | "roster-changed">;
  /** False when there is no such pupil (any more). */
  setPin(input: PupilKey & { readonly pinHash: string }): Promise<boolean>;
  withdraw(input: PupilKey & { readonly nowMs: number }): Promise<"withdrawn" | "withdrawn-before" | "no-pupil">;
  /** Takes one try, and counts one miss, before the PIN is looked at; conditional writes keep racing attempts to five. */
  takeTry(input: PupilKey & { readonly nowMs: number }): Promise<PinTry>;
  /** After a right PIN: forgets the wrong ones of this row, and gives this try's miss back. False when the PIN was changed meanwhile. */
  clearTries(input: PupilKey & { readonly pinVersion: number }): Promise<boolean>;
}

/** Where PINs and class codes come from; a port, so that samples can have fixed ones. */
export interface SecretDraw {
  pin(): string;
  classCode(): string;
}

export interface SchoolPorts {
  readonly schools: SchoolStore;
  readonly classrooms: ClassroomStore;
  readonly pupils: PupilStore;
  readonly aiSwitches: AiSwitchStore;
  readonly chatGate: ChatGate;
  /** The system's randomness where it is left out. */
  readonly draw?: SecretDraw;
}
