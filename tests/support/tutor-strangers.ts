import { type Actor, type Student, systemIds } from "../../packages/core/src/kernel/index.ts";
import { tutorActor } from "./tutor-actor.ts";

/** Who must not reach a pupil's conversations, and what each is told: a stranger's looks missing, another role is refused. */
export const strangers: readonly (readonly [string, (owner: Student) => Actor, "not-found" | "forbidden"])[] = [
  ["another pupil of the class", ({ schoolId, classroomId }) => tutorActor({ schoolId, classroomId }), "not-found"],
  ["a pupil of another class", ({ schoolId }) => tutorActor({ schoolId }), "not-found"],
  ["a pupil of another school with the same id", ({ studentId }) => tutorActor({ studentId }), "not-found"],
  ["a teacher of the school", ({ schoolId }) => staff("teacher", schoolId), "forbidden"],
  ["an administrator of the school", ({ schoolId }) => staff("school-admin", schoolId), "forbidden"],
  ["an administrator of the platform", ({ schoolId }) => staff("platform-admin", schoolId), "forbidden"],
];

function staff(role: "teacher" | "school-admin" | "platform-admin", schoolId: Student["schoolId"]): Actor {
  const base = { sessionId: systemIds.next("session"), staffId: systemIds.next("staff"), name: "Дулам" };
  return role === "platform-admin" ? { ...base, role } : { ...base, role, schoolId };
}
