import { Service } from "electrodb";
import type { SchoolId, StaffId, TableHandle } from "../kernel/index.ts";
import { aiSwitchEntity } from "./ai-switch.entity.ts";
import type { AiSwitch, AiSwitchStore } from "./ports.ts";
import { schoolEntity } from "./school.entity.ts";

/** Kill switches in the single table; what decides over a school's chat is read in one request. */
export function createAiSwitchStore(table: TableHandle): AiSwitchStore {
  const switches = aiSwitchEntity(table);
  const together = new Service({ schools: schoolEntity(table), switches });
  return {
    async read(schoolId) {
      const { canceled, data } = await together.transaction
        .get((entities) => [
          entities.schools.get({ schoolId }).commit(),
          entities.switches.get({ scope: schoolId }).commit(),
          entities.switches.get({ scope: "everywhere" }).commit(),
        ])
        .go();
      // A switch is being thrown right now. Nothing is known then, which the caller must not take for «on».
      if (canceled) throw new Error("the switches could not be read", { cause: data });
      const [school, own, everywhere] = data;
      return {
        safeguardConfirmed: school.item?.safeguard?.confirmedAtMs !== undefined,
        school: own.item ? toSwitch(own.item) : undefined,
        everywhere: everywhere.item ? toSwitch(everywhere.item) : undefined,
      };
    },

    async set({ scope, ...thrown }) {
      await switches.put({ scope, ...thrown }).go({ response: "none" });
    },

    async get(scope) {
      const { data } = await switches.get({ scope }).go({ consistent: true });
      return data ? toSwitch(data) : undefined;
    },
  };
}

type Item = Omit<AiSwitch, "changedBy"> & { readonly scope: SchoolId | string; readonly changedBy: string };

const toSwitch = ({ on, reason, changedBy, changedAtMs }: Item): AiSwitch => ({
  on,
  reason,
  changedBy: changedBy as StaffId,
  changedAtMs,
});
