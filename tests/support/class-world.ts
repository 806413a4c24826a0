import { openTable } from "../../packages/core/src/adapters/table.ts";
import {
  type Actor,
  type Anonymous,
  type Ctx,
  type Student,
  type SystemActor,
  systemIds,
} from "../../packages/core/src/kernel/index.ts";
import {
  createChatDayStore,
  createHintPolicyStore,
  createStandingStore,
  type TutorPorts,
} from "../../packages/core/src/tutor/index.ts";
import { linkedResource, type PeoplePorts, schoolWorld, type SchoolWorld } from "./school-world.ts";

type ClassWorldPorts = PeoplePorts & Pick<TutorPorts, "standings" | "chatDays" | "hintPolicies">;

export interface ClassWorld extends Omit<SchoolWorld, "as"> {
  readonly standings: TutorPorts["standings"];
  readonly chatDays: TutorPorts["chatDays"];
  readonly hintPolicies: TutorPorts["hintPolicies"];
  readonly as: <Who extends Actor | Anonymous | SystemActor>(actor: Who) => Ctx<Who, ClassWorldPorts>;
  /** The class's pupil of that place, signed in. */
  pupil(index?: number): Student;
  /** What a teacher's page sends about a pupil. */
  about(index?: number): { readonly classroomId: Student["classroomId"]; readonly studentId: Student["studentId"] };
}

/** A school whose safeguarding person has confirmed, with a class of two pupils and what the tutor keeps about them. */
export async function classWorld(): Promise<ClassWorld> {
  const place = await schoolWorld(["Болд", "Номин"]);
  const table = openTable({ name: linkedResource("Table").name });
  const { schoolId } = place.school;
  const { staffId } = place.admin;
  await place.ports.schools.nameSafeguard({ schoolId, staffId, deputyId: undefined, replaceNow: false });
  await place.ports.schools.confirmSafeguard({ schoolId, staffId, atMs: place.clock.nowMs() });
  const more = {
    standings: createStandingStore(table),
    chatDays: createChatDayStore(table),
    hintPolicies: createHintPolicyStore(table),
  };
  const { classroomId, grade } = place.classroom;
  const studentOf = (index: number) => place.cards[index]?.studentId ?? systemIds.next("student");
  return {
    ...place,
    ...more,
    as: (actor) => ({ ...place.as(actor), ...more }),
    pupil: (index = 0) => ({
      role: "student",
      sessionId: systemIds.next("session"),
      schoolId,
      classroomId,
      studentId: studentOf(index),
      grade,
      name: "Болд",
    }),
    about: (index = 0) => ({ classroomId, studentId: studentOf(index) }),
  };
}

/** Staff who have nothing to say about a class, and what each is told: a stranger's class looks missing. */
export async function classStrangers(place: ClassWorld): Promise<readonly (readonly [string, Actor, object])[]> {
  const elsewhere = await schoolWorld();
  const missing = { kind: "not-found", code: "school.no-classroom" };
  const refused = { kind: "forbidden", code: "account.wrong-role" };
  const { schoolId: _school, ...national } = place.admin;
  return [
    ["a colleague", place.otherTeacher, missing],
    ["a teacher of another school", elsewhere.teacher, missing],
    ["an administrator of another school", elsewhere.admin, missing],
    ["a platform administrator", { ...national, role: "platform-admin" }, refused],
    ["the pupil", place.pupil(), refused],
  ];
}
