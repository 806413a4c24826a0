import * as z from "zod";
import { Device, Email, type OpenedSession, staffRoles } from "../account/schema.ts";
import type { Grade } from "../kernel/actor.ts";
import { idSchema } from "../kernel/id-schema.ts";
import type { ClassroomId, SchoolId, StaffId, StudentId } from "../kernel/ids.ts";
import type { Page } from "../kernel/page.ts";
import { type AimagCode, aimagCodes } from "./aimags.ts";

const gradeSchema = z
  .number()
  .int()
  .min(1)
  .max(12)
  .transform((grade) => grade as Grade);

export const OpenSchoolInput = z.object({
  name: z.string().trim().min(2).max(120),
  aimag: z.enum(aimagCodes),
  /** Soum of the aimag, or district of the capital, as people write it. */
  soum: z.string().trim().min(2).max(60),
});
export type OpenSchoolInput = z.input<typeof OpenSchoolInput>;

export const AddStaffInput = z.object({
  name: z.string().trim().min(2).max(80),
  email: Email,
  role: z.enum(staffRoles),
  /** Whose teacher or administrator; a school administrator's own school where it is left out. */
  schoolId: idSchema("school").optional(),
  /** No invitation mail: sample staff, or somebody who was told in person. */
  silent: z.boolean().default(false),
});
export type AddStaffInput = z.input<typeof AddStaffInput>;

/** Why somebody did what others will ask about: kept in the audit trail. */
export const Reason = z.string().trim().min(3).max(200);

export const SwitchAiInput = z.object({
  /** The administrator's own school, or the whole product. */
  scope: z.enum(["school", "everywhere"]),
  on: z.boolean(),
  reason: Reason,
});
export type SwitchAiInput = z.input<typeof SwitchAiInput>;

export const OpenClassroomInput = z.object({
  /** As the school writes it: «8А». */
  name: z.string().trim().min(1).max(20),
  grade: gradeSchema,
  /** Whose class it is, said by a school administrator; a teacher opens a class of their own. */
  teacherIds: z.array(idSchema("staff")).max(10).default([]),
});
export type OpenClassroomInput = z.input<typeof OpenClassroomInput>;

export const maxNamesAtOnce = 60;
export const maxPupils = 100;

export const ListClassroomsInput = z.object({ cursor: z.string().max(2_000).optional() });
export type ListClassroomsInput = z.input<typeof ListClassroomsInput>;

export const ClassroomInput = z.object({ classroomId: idSchema("classroom") });
export type ClassroomInput = z.input<typeof ClassroomInput>;

export const ReadClassroomInput = z.object({
  classroomId: idSchema("classroom"),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(maxPupils).default(maxPupils),
});
export type ReadClassroomInput = z.input<typeof ReadClassroomInput>;

export const EnrolPupilsInput = z.object({
  classroomId: idSchema("classroom"),
  /** A pasted list, one name a line: «Батбаяр Болд», «Б.Болд», «Болд». */
  names: z.string().max(10_000),
});
export type EnrolPupilsInput = z.input<typeof EnrolPupilsInput>;

export const PupilInput = z.object({ classroomId: idSchema("classroom"), studentId: idSchema("student") });
export type PupilInput = z.input<typeof PupilInput>;

/** A class code as typed: any case, spaces, dashes, Cyrillic letters. */
const TypedCode = z.string().max(40);
export const FindClassByCodeInput = z.object({ code: TypedCode });
export type FindClassByCodeInput = z.input<typeof FindClassByCodeInput>;

export const SignInWithPinInput = z.object({
  code: TypedCode,
  studentId: idSchema("student"),
  pin: z
    .string()
    .trim()
    .regex(/^\d{4}$/),
  device: Device,
});
export type SignInWithPinInput = z.input<typeof SignInWithPinInput>;

/** How a pupil's sign-in ended. Callers branch on `kind`. */
export type PinSignIn =
  | ({ readonly kind: "signed-in" } & OpenedSession)
  | { readonly kind: "wrong-pin"; readonly triesLeft: number }
  /** With `needsNewPin` waiting won't help: the teacher gives a new PIN. `retryAfterS` is the longest lock then. */
  | { readonly kind: "locked"; readonly retryAfterS: number; readonly needsNewPin?: true };

export interface SchoolView {
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly aimag: AimagCode;
  readonly soum: string;
}

export interface ClassroomView {
  readonly classroomId: ClassroomId;
  readonly name: string;
  readonly grade: Grade;
  /** Six characters, as printed on the cards. */
  readonly code: string;
  readonly pupilCount: number;
  readonly teacherIds: readonly StaffId[];
}

/** A pupil as their teacher sees them. */
export interface PupilView {
  readonly studentId: StudentId;
  /** The name in the sign-in list: «Болд Б.». */
  readonly name: string;
  readonly givenName: string;
  /** Father's or mother's name; empty where none was given. */
  readonly familyName: string;
  /** Seconds until a PIN is taken again, when wrong ones have locked the sign-in. */
  readonly lockedForS?: number;
  /** Set when the PIN was missed too often in its life: `lockedForS` does not run down then, a new PIN is needed. */
  readonly needsNewPin?: true;
}

export interface ClassroomDetail {
  readonly classroom: ClassroomView;
  /** In the order of the Mongolian alphabet. */
  readonly pupils: Page<PupilView>;
}

/** What is printed for one pupil. The PIN is seen here once: only its hash is kept. */
export interface PinCard {
  readonly studentId: StudentId;
  readonly name: string;
  readonly className: string;
  readonly schoolName: string;
  readonly code: string;
  readonly pin: string;
}

/** What a class code shows to somebody without a session: no more than finding one's own name needs. */
export interface ClassByCode {
  readonly classroomId: ClassroomId;
  readonly schoolName: string;
  readonly className: string;
  readonly grade: Grade;
  readonly pupils: readonly { readonly studentId: StudentId; readonly name: string }[];
}

export { maxAwayDays, type SafeguardCandidate, type SafeguardView } from "./safeguard-schema.ts";
