import {
  type Clock,
  type Ctx,
  DomainError,
  type Log,
  requireRole,
  type SchoolId,
  type Student,
} from "../kernel/index.ts";
import { type Freshness, keepFresh } from "./chat-access/keep-fresh.ts";
import type { AiSwitchStore, SchoolPorts } from "./ports.ts";

/** Whether a school's pupils can be answered by AI. Pages branch on `kind`; books stay open in any case. */
export type ChatAccess =
  | { readonly kind: "open" }
  /** Switched off for the product, or for the school, or nobody is named there who looks after its children. */
  | { readonly kind: "closed"; readonly why: "everywhere" | "school" | "no-safeguard" };

/** The answer to «may this school's pupils chat», kept for seconds in each instance. */
export interface ChatGate {
  /** Throws `unavailable` (school.access-unknown) when it can't be known: never open by default. */
  access(schoolId: SchoolId): Promise<ChatAccess>;
}

/** A switch works within five seconds; when the table can't be asked, the last answer holds for a minute. */
export const gateFreshness: Freshness = { freshMs: 5_000, usableMs: 60_000 };

/** Composes the gate: one read a school in five seconds and instance, however many ask. */
export function createChatGate(
  { aiSwitches, clock, log }: { readonly aiSwitches: AiSwitchStore; readonly clock: Clock; readonly log: Log },
  freshness: Freshness = gateFreshness,
): ChatGate {
  const read = async (schoolId: SchoolId): Promise<ChatAccess> => {
    const { everywhere, school, safeguardConfirmed } = await aiSwitches.read(schoolId);
    if (everywhere?.on === false) return { kind: "closed", why: "everywhere" };
    if (school?.on === false) return { kind: "closed", why: "school" };
    return safeguardConfirmed ? { kind: "open" } : { kind: "closed", why: "no-safeguard" };
  };
  const fresh = keepFresh(clock, freshness, read);
  return {
    async access(schoolId) {
      try {
        return await fresh(schoolId);
      } catch (error) {
        log.error("Whether a school may chat is not known.", { schoolId, error });
        throw new DomainError("unavailable", "school.access-unknown", { retryAfterS: 5 });
      }
    },
  };
}

/**
 * Whether the pupil's school can be answered: its own kill switch, the one for everywhere, and a confirmed person for
 * safeguarding. Throws `unavailable` (school.access-unknown) when that can't be known.
 */
export function chatAccess(ctx: Ctx<Student, Pick<SchoolPorts, "chatGate">>): Promise<ChatAccess> {
  return ctx.chatGate.access(requireRole(ctx.actor, "student").schoolId);
}
