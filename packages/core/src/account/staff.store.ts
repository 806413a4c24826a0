import type { StaffId, TableHandle } from "../kernel/index.ts";
import { listedPage } from "./listed-page.ts";
import type { StaffStore, StoredStaff } from "./ports.ts";
import type { Tenant } from "./schema.ts";
import { staffEntity } from "./staff.entity.ts";

const pageSize = 50;

/** Staff in the single table: by the identity provider's subject, and by school through gsi1. */
export function createStaffStore(table: TableHandle): StaffStore {
  const staff = staffEntity(table);
  return {
    async create(member) {
      const { rejected } = await staff.create(member).go({ response: "none", returnOnConditionCheckFailure: true });
      return !rejected;
    },

    async bySubject(subject) {
      const { data } = await staff.get({ subject }).go({ consistent: true });
      return data ? toStored(data) : undefined;
    },

    async get({ tenant, staffId }) {
      const { data } = await staff.query.byTenant({ tenant, staffId }).go();
      return data[0] && toStored(data[0]);
    },

    async list(tenant, cursor) {
      const query = staff.query.byTenant({ tenant }).go({ limit: pageSize, cursor: cursor ?? null });
      const page = await listedPage(query, cursor);
      return { items: page.data.map(toStored), ...(page.cursor ? { cursor: page.cursor } : {}) };
    },

    async setDisabled({ subject, disabled }) {
      await staff.patch({ subject }).set({ disabled }).go({ response: "none" });
    },
  };
}

function toStored(item: Omit<StoredStaff, "tenant" | "staffId"> & { tenant: string; staffId: string }): StoredStaff {
  return { ...item, tenant: item.tenant as Tenant, staffId: item.staffId as StaffId };
}
