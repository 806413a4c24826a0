import {
  type AccountPorts,
  createAuditStore,
  createSessionStore,
  createStaffStore,
} from "../../packages/core/src/account/index.ts";
import { createCognitoIdentity } from "../../packages/core/src/adapters/cognito-identity.ts";
import { openTable } from "../../packages/core/src/adapters/table.ts";
import {
  type Actor,
  type Anonymous,
  type Clock,
  type Ctx,
  type SchoolAdmin,
  silentLog,
  type SystemActor,
  systemActor,
  systemIds,
  type Teacher,
} from "../../packages/core/src/kernel/index.ts";
import {
  type ClassroomView,
  createAiSwitchStore,
  createChatGate,
  createClassroomStore,
  createPupilStore,
  createSchoolStore,
  enrolPupils,
  openClassroom,
  openSchool,
  type PinCard,
  type SchoolPorts,
  type SchoolView,
} from "../../packages/core/src/school/index.ts";
import { testStack } from "./stack.ts";

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  readonly advance: (ms: number) => void;
}

export function testClock(startMs: number = Date.now()): TestClock {
  let nowMs = startMs;
  return {
    nowMs: () => nowMs,
    advance: (ms) => {
      nowMs += ms;
    },
  };
}

/** Account and school on the real adapters of this run's stack. */
export type PeoplePorts = AccountPorts & SchoolPorts;

function peoplePorts(clock: Clock): PeoplePorts {
  const table = openTable({ name: linkedResource("Table").name });
  const aiSwitches = createAiSwitchStore(table);
  return {
    aiSwitches,
    chatGate: createChatGate({ aiSwitches, clock, log: silentLog }),
    sessions: createSessionStore(table),
    staff: createStaffStore(table),
    audit: createAuditStore(table),
    staffIdentity: createCognitoIdentity({
      poolId: linkedResource("StaffPool").id,
      clientId: linkedResource("StaffPoolClient").id,
      endpoint: testStack().endpoints.cognito,
    }),
    schools: createSchoolStore(table),
    classrooms: createClassroomStore(table),
    pupils: createPupilStore(table),
  };
}

/** What the stack links under this name; an empty string for what the resource has not. */
export function linkedResource(name: string): { readonly name: string; readonly id: string } {
  const linked = JSON.parse(testStack().env[`SST_RESOURCE_${name}`] ?? "{}") as { name?: string; id?: string };
  return { name: linked.name ?? "", id: linked.id ?? "" };
}

export interface World {
  readonly ports: PeoplePorts;
  readonly clock: TestClock;
  /** What an operation of this actor is given. */
  readonly as: <Who extends Actor | Anonymous | SystemActor>(actor: Who) => Ctx<Who, PeoplePorts>;
  /** Nobody yet, from an address that no other test shares. */
  readonly visitor: Anonymous;
}

export function world(overrides: Partial<PeoplePorts> = {}): World {
  const clock = testClock();
  const ports = { ...peoplePorts(clock), ...overrides };
  return {
    ports,
    clock,
    as: (actor) => ({ actor, clock, ids: systemIds, log: silentLog, ...ports }),
    visitor: { role: "anonymous", origin: systemIds.next("event") },
  };
}

export interface SchoolWorld extends World {
  readonly school: SchoolView;
  readonly teacher: Teacher;
  readonly otherTeacher: Teacher;
  readonly admin: SchoolAdmin;
  readonly classroom: ClassroomView;
  readonly cards: readonly PinCard[];
}

/** A school of one's own with a class, its teacher, a colleague and an administrator; pupils only when named. */
export async function schoolWorld(
  names: readonly string[] = [],
  overrides: Partial<PeoplePorts> = {},
): Promise<SchoolWorld> {
  const base = world(overrides);
  const school = await openSchool(base.as(systemActor), {
    name: "Туршилтын сургууль",
    aimag: "MN-037",
    soum: "Дархан",
  });
  const person = () => ({
    sessionId: systemIds.next("session"),
    staffId: systemIds.next("staff"),
    schoolId: school.schoolId,
    name: "Туршилт",
  });
  const teacher: Teacher = { role: "teacher", ...person() };
  const classroom = await openClassroom(base.as(teacher), { name: "8А", grade: 8 });
  const { classroomId } = classroom;
  const cards = names.length > 0 ? await enrolPupils(base.as(teacher), { classroomId, names: names.join("\n") }) : [];
  return {
    ...base,
    school,
    teacher,
    otherTeacher: { role: "teacher", ...person() },
    admin: { role: "school-admin", ...person() },
    classroom,
    cards,
  };
}

/** Given names that differ: letters for digits, since a name has none. */
export function differentNames(count: number): string[] {
  const letters = Array.from("абвгдежзик");
  return Array.from({ length: count }, (_, index) =>
    ["Нэр", letters[Math.floor(index / 10) % 10], letters[index % 10]].join(""),
  );
}

/** Fills the class without PINs, whose hashes would take seconds of a small machine. */
export async function enrolPlainly({ ports, school, classroom, clock }: SchoolWorld, count: number): Promise<void> {
  const key = { schoolId: school.schoolId, classroomId: classroom.classroomId };
  const names = differentNames(count);
  while (names.length > 0) {
    const pupils = names.splice(0, 50).map((givenName) => ({
      ...key,
      studentId: systemIds.next("student"),
      givenName,
      familyName: "",
      pinHash: "",
      pinVersion: 1,
      tries: 0,
      lastTryAtMs: 0,
      locks: 0,
      misses: 0,
      createdAtMs: clock.nowMs(),
    }));
    const { rosterVersion = 0 } = (await ports.classrooms.get(key)) ?? {};
    await ports.pupils.enrol({ classroom: key, rosterVersion, pupils, maxPupils: 100 });
  }
}

/** A card that must be there. */
export function cardOf(cards: readonly PinCard[], name: string): PinCard {
  const card = cards.find((candidate) => candidate.name === name);
  if (!card) throw new Error(`no card for ${name}`);
  return card;
}

/** A PIN of the right form that is not this one. */
export function wrongPinFor({ pin }: PinCard, step = 1): string {
  return String((Number(pin) + step) % 10_000).padStart(4, "0");
}
