import { lockEndsAt, longestLockMs, maxMisses } from "./pins/pin-lock.ts";
import type { StoredClassroom, StoredPupil } from "./ports.ts";
import type { ClassroomView, PupilView } from "./schema.ts";

export function classroomView(classroom: StoredClassroom): ClassroomView {
  const { classroomId, name, grade, code, pupilCount, teacherIds } = classroom;
  return { classroomId, name, grade, code, pupilCount, teacherIds };
}

export function pupilView(pupil: StoredPupil & { readonly name: string }, nowMs: number): PupilView {
  const { studentId, name, givenName, familyName } = pupil;
  const needsNewPin = pupil.misses >= maxMisses;
  const lockedMs = needsNewPin ? longestLockMs : (lockEndsAt(pupil) ?? nowMs) - nowMs;
  return {
    studentId,
    name,
    givenName,
    familyName,
    ...(lockedMs > 0 ? { lockedForS: Math.ceil(lockedMs / 1000) } : {}),
    ...(needsNewPin ? { needsNewPin } : {}),
  };
}
