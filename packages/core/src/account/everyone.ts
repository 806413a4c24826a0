import type { Role } from "../kernel/index.ts";

/** Every role with a session: what concerns one's own account is open to all of them. */
export const everyone = ["student", "teacher", "school-admin", "platform-admin", "ministry"] as const satisfies Role[];
