import type { AccountPorts, Tenant } from "../../packages/core/src/account/index.ts";
import {
  type Ctx,
  type SchoolId,
  type StaffId,
  type SystemActor,
  systemActor,
  systemIds,
  type Teacher,
} from "../../packages/core/src/kernel/index.ts";
import {
  addStaff,
  enrolPupils,
  openClassroom,
  openSchool,
  type SchoolPorts,
} from "../../packages/core/src/school/index.ts";
import { sampleId, sampleIds } from "./sample-ids.ts";
import { type SampleClass, type SampleSchool, samplePassword, type SampleStaff } from "./schools.ts";

/** What filling in people needs, whoever asks. */
export type PeoplePorts = Omit<Ctx<SystemActor, AccountPorts & SchoolPorts>, "actor">;

/** Opens a sample school with its staff, classes and pupils, as far as they are not there. */
export async function ensureSchool(ports: PeoplePorts, sample: SampleSchool, number: number): Promise<void> {
  const schoolId = sampleId("school", number);
  if (!(await ports.schools.get(schoolId))) {
    await openSchool({ ...ports, actor: systemActor, ids: sampleIds("school", number) }, sample.school);
  }
  await ensureStaff(ports, sample.admin, { number: number * 10, tenant: schoolId });
  await ensureSafeguard(ports, schoolId, sampleId("staff", number * 10));
  const teacherNumber = number * 10 + 1;
  await ensureStaff(ports, sample.teacher, { number: teacherNumber, tenant: schoolId });
  const teacher: Teacher = {
    role: "teacher",
    schoolId,
    staffId: sampleId("staff", teacherNumber),
    sessionId: systemIds.next("session"),
    name: sample.teacher.name,
  };
  for (const [index, given] of sample.classes.entries()) await ensureClass(ports, teacher, given, number * 10 + index);
}

/** The administrator looks after the children's safety, and has confirmed it: without that nobody can chat. */
async function ensureSafeguard(ports: PeoplePorts, schoolId: SchoolId, staffId: StaffId): Promise<void> {
  if ((await ports.schools.get(schoolId))?.safeguard) return;
  await ports.schools.nameSafeguard({ schoolId, staffId, deputyId: undefined, replaceNow: false });
  await ports.schools.confirmSafeguard({ schoolId, staffId, atMs: ports.clock.nowMs() });
}

/** Adds a member of staff with the sample password. The record comes last: without it everything is tried again. */
export async function ensureStaff(
  ports: PeoplePorts,
  { name, email, role }: SampleStaff,
  { number, tenant }: { readonly number: number; readonly tenant: Tenant },
): Promise<void> {
  if (await ports.staff.get({ tenant, staffId: sampleId("staff", number) })) return;
  await ports.staffIdentity.invite({ email, name, silent: true });
  await ports.staffIdentity.setPassword({ email, password: samplePassword });
  await addStaff(
    { ...ports, actor: systemActor, ids: sampleIds("staff", number) },
    { name, email, role, silent: true, ...(tenant === "national" ? {} : { schoolId: tenant }) },
  );
}

async function ensureClass(
  ports: PeoplePorts,
  teacher: Teacher,
  { name, grade, code, pupils }: SampleClass,
  number: number,
): Promise<void> {
  const classroomId = sampleId("classroom", number);
  const { schoolId } = teacher;
  if (!(await ports.classrooms.get({ schoolId, classroomId }))) {
    const draw = { classCode: () => code, pin: () => "" };
    await openClassroom({ ...ports, actor: teacher, draw, ids: sampleIds("classroom", number) }, { name, grade });
  }
  // Once only: a pupil whom somebody has withdrawn stays withdrawn.
  const opened = await ports.classrooms.get({ schoolId, classroomId });
  if (opened?.rosterVersion !== 0) return;
  const pins = pupils.map(([, , pin]) => pin);
  const draw = { classCode: () => "", pin: () => pins.shift() ?? "" };
  const names = pupils.map(([familyName, givenName]) => `${familyName} ${givenName}`).join("\n");
  await enrolPupils(
    { ...ports, actor: teacher, draw, ids: sampleIds("student", number * 100) },
    { classroomId, names },
  );
}
