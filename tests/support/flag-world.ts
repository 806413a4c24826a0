import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { StaffRole } from "../../packages/core/src/account/index.ts";
import { openTable } from "../../packages/core/src/adapters/table.ts";
import {
  type Actor,
  type Ctx,
  dayInUlaanbaatar,
  type PlatformAdmin,
  type SchoolAdmin,
  type SchoolId,
  silentLog,
  type Student,
  type SystemActor,
  systemActor,
  systemIds,
  type TableHandle,
  type Teacher,
} from "../../packages/core/src/kernel/index.ts";
import { createFlagStore, raiseFlag, type RaiseFlagInput } from "../../packages/core/src/safety/index.ts";
import type { FlagDetail } from "../../packages/core/src/safety/schema.ts";
import { openSchool } from "../../packages/core/src/school/index.ts";
import { createTable } from "../../scripts/embedded/create-table.ts";
import { flagPorts, type Sent } from "./flag-ports.ts";
import { type TestClock, testClock } from "./school-world.ts";
import { testStack } from "./stack.ts";
import { tutorActor } from "./tutor-actor.ts";

/** Monday 2026-11-23, 10:00 in Ulaanbaatar. */
export const mondayMorningMs = Date.UTC(2026, 10, 23, 2);

/** A table of one's own: the sweep looks at every school's flags, which other tests raise meanwhile. */
export async function ownTable(): Promise<TableHandle> {
  const name = `flags-${systemIds.next("event")}`;
  const client = new DynamoDBClient({ endpoint: testStack().endpoints.dynamodb });
  await createTable(client, name);
  client.destroy();
  return openTable({ name });
}

type Ports = ReturnType<typeof flagPorts>["ports"];

export interface FlagWorld {
  readonly table: TableHandle;
  readonly clock: TestClock;
  readonly ports: Ports;
  readonly sent: Sent;
  readonly schoolId: SchoolId;
  readonly safeguard: Teacher;
  readonly deputy: Teacher;
  /** Neither of the two. */
  readonly teacher: Teacher;
  readonly admin: SchoolAdmin;
  readonly platformAdmin: PlatformAdmin;
  readonly pupil: Student;
  as<Who extends Actor | SystemActor>(actor: Who, ports?: Partial<Ports>): Ctx<Who, Ports>;
  /** A flag about the world's pupil, raised by the product. */
  raise(parts?: Partial<RaiseFlagInput>): ReturnType<typeof raiseFlag>;
  /** Actions of the school's audit trail today, oldest first. */
  audited(): Promise<readonly string[]>;
}

/** A school with a confirmed safeguarding person, a deputy, an administrator, one more teacher, and the platform's administrator. */
export async function flagWorld(table: TableHandle, startMs: number = mondayMorningMs): Promise<FlagWorld> {
  const { sent, ports } = flagPorts(table);
  const clock = testClock(startMs);
  const as: FlagWorld["as"] = (actor, changed = {}) => ({
    actor,
    clock,
    ids: systemIds,
    log: silentLog,
    ...ports,
    ...changed,
  });
  const { schoolId } = await openSchool(as(systemActor), {
    name: "Туршилтын сургууль",
    aimag: "MN-037",
    soum: "Дархан",
  });
  const hire = async <R extends StaffRole>(role: R, name: string) => {
    const staffId = systemIds.next("staff");
    const tenant = role === "platform-admin" ? ("national" as const) : schoolId;
    const email = `${staffId.toLowerCase()}@ukhaan.example`;
    const record = { tenant, staffId, subject: staffId, role, name, email, disabled: false, createdAtMs: startMs };
    await ports.staff.create(record);
    return { role, staffId, sessionId: systemIds.next("session"), name };
  };
  const safeguard: Teacher = { ...(await hire("teacher", "Дулам")), schoolId };
  const deputy: Teacher = { ...(await hire("teacher", "Орлогч Сүрэн")), schoolId };
  const teacher: Teacher = { ...(await hire("teacher", "Өөр багш")), schoolId };
  const admin: SchoolAdmin = { ...(await hire("school-admin", "Захирал Ганбат")), schoolId };
  const platformAdmin: PlatformAdmin = await hire("platform-admin", "Админ");
  const { staffId } = safeguard;
  await ports.schools.nameSafeguard({ schoolId, staffId, deputyId: deputy.staffId, replaceNow: false });
  await ports.schools.confirmSafeguard({ schoolId, staffId, atMs: startMs });
  const pupil = tutorActor({ schoolId, name: "Болд Б." });
  return {
    table,
    clock,
    ports,
    sent,
    schoolId,
    safeguard,
    deputy,
    teacher,
    admin,
    platformAdmin,
    pupil,
    as,
    raise: (parts = {}) => raiseFlag(as(systemActor), concern(pupil, clock.nowMs(), parts)),
    audited: async () => {
      const { items } = await ports.audit.byDay({ tenant: schoolId, day: dayInUlaanbaatar(clock.nowMs()) });
      return items.map(({ action }) => action);
    },
  };
}

/** Something urgent about a pupil, in an exchange of its own. */
export function concern(pupil: Student, atMs: number, parts: Partial<RaiseFlagInput> = {}): RaiseFlagInput {
  const { schoolId, classroomId, studentId, grade, name } = pupil;
  return {
    kind: "self-harm",
    severity: "urgent",
    pupil: { schoolId, classroomId, studentId, grade, name },
    excerpt: "Надад хэцүү байна.",
    categories: ["self-harm"],
    exchange: { conversationId: systemIds.next("conversation"), exchangeId: systemIds.next("exchange") },
    atMs,
    ...parts,
  };
}

/** Who must not touch a school's flags, and what each is told. */
export async function flagStrangers(
  place: FlagWorld,
): Promise<readonly (readonly [who: string, actor: Actor, refusal: object])[]> {
  const elsewhere = await flagWorld(place.table);
  const missing = { kind: "not-found", code: "safety.no-flag" };
  const refused = { kind: "forbidden", code: "account.wrong-role" };
  return [
    ["a teacher who is neither named nor deputy", place.teacher, { kind: "forbidden", code: "safety.not-safeguard" }],
    ["another school's safeguarding person", elsewhere.safeguard, missing],
    ["another school's administrator", elsewhere.admin, missing],
    ["the platform, before it has escalated", place.platformAdmin, missing],
    ["the pupil", place.pupil, refused],
    ["the ministry", { ...place.platformAdmin, role: "ministry" }, refused],
  ];
}

/** The flag as the table holds it. */
export async function storedFlag({ table, schoolId }: FlagWorld, flagId: FlagDetail["flagId"]) {
  const flag = await createFlagStore(table).get({ schoolId, flagId });
  if (!flag) throw new Error("no such flag");
  return flag;
}
