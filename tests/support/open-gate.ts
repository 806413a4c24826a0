import {
  silentLog,
  systemIds,
  type Clock,
  type SchoolId,
  type TableHandle,
} from "../../packages/core/src/kernel/index.ts";
import {
  type ChatGate,
  createAiSwitchStore,
  createChatGate,
  createSchoolStore,
} from "../../packages/core/src/school/index.ts";

/**
 * The real gate over schools that are opened, with a confirmed person for safeguarding, when they are first asked for: most
 * tests of the tutor are about something else than their school.
 */
export function openGate(table: TableHandle, clock: Clock): ChatGate {
  const schools = createSchoolStore(table);
  const gate = createChatGate({ aiSwitches: createAiSwitchStore(table), clock, log: silentLog });
  const opened = new Map<SchoolId, Promise<boolean>>();
  return {
    async access(schoolId) {
      if (!opened.has(schoolId)) opened.set(schoolId, schools.create(lookedAfter(schoolId, clock.nowMs())));
      await opened.get(schoolId);
      return gate.access(schoolId);
    },
  };
}

const lookedAfter = (schoolId: SchoolId, nowMs: number) => ({
  schoolId,
  name: "Туршилтын сургууль",
  aimag: "MN-037" as const,
  soum: "Дархан",
  createdAtMs: nowMs,
  safeguard: { staffId: systemIds.next("staff"), confirmedAtMs: nowMs },
});
