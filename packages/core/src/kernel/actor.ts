import type { ClassroomId, SchoolId, SessionId, StaffId, StudentId } from "./ids.ts";

/** A grade of the Mongolian school, 1 to 12. */
export type Grade = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

export interface Student {
  readonly role: "student";
  readonly sessionId: SessionId;
  readonly schoolId: SchoolId;
  readonly classroomId: ClassroomId;
  readonly studentId: StudentId;
  readonly grade: Grade;
  readonly name: string;
}

interface SchoolStaff<Role extends string> {
  readonly role: Role;
  readonly sessionId: SessionId;
  readonly schoolId: SchoolId;
  readonly staffId: StaffId;
  readonly name: string;
}
export type Teacher = SchoolStaff<"teacher">;
export type SchoolAdmin = SchoolStaff<"school-admin">;

interface NationalStaff<Role extends string> {
  readonly role: Role;
  readonly sessionId: SessionId;
  readonly staffId: StaffId;
  readonly name: string;
}
export type PlatformAdmin = NationalStaff<"platform-admin">;
export type Ministry = NationalStaff<"ministry">;

export type Staff = Teacher | SchoolAdmin | PlatformAdmin | Ministry;
/** Somebody with a session. */
export type Actor = Student | Staff;
export type Role = Actor["role"];
/** Nobody yet: sign-in pages. `origin` is a coarse key of where the request came from, for limits. */
export interface Anonymous {
  readonly role: "anonymous";
  readonly origin: string;
}
