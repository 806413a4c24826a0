import { type Student, systemIds } from "../../packages/core/src/kernel/index.ts";

/** A pupil of a school of its own, unless parts are given. */
export function tutorActor(parts: Partial<Student> = {}): Student {
  return {
    role: "student",
    sessionId: systemIds.next("session"),
    schoolId: systemIds.next("school"),
    classroomId: systemIds.next("classroom"),
    studentId: systemIds.next("student"),
    grade: 8,
    name: "Болд",
    ...parts,
  };
}
