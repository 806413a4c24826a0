import type { AccountPorts } from "../account/index.ts";
import { type Ctx, DomainError, type SystemActor } from "../kernel/index.ts";
import type { Mailer, MailWriter } from "./flag-ports.ts";
import { MailNotice } from "./notice-schema.ts";

export interface DeliverMailPorts {
  readonly mailer: Mailer;
  readonly mailWriter: MailWriter;
}

/**
 * Sends one notice, as the queue delivered it, to the address that its reader has now; somebody who has left gets none. Throws
 * `MailFailure` when the mail was not taken (the queue brings it again) and `invalid` for a message that is none.
 */
export async function deliverMail(
  ctx: Ctx<SystemActor, DeliverMailPorts & Pick<AccountPorts, "staff">>,
  message: unknown,
): Promise<void> {
  if (ctx.actor.role !== "system") throw new DomainError("forbidden", "account.wrong-role");
  const { success, data: notice } = MailNotice.safeParse(message);
  if (!success) throw new DomainError("invalid", "kernel.invalid-input");
  const reader = await ctx.staff.get(notice.to);
  if (!reader || reader.disabled) {
    ctx.log.warn("A notice has no reader any more.", { flagId: notice.flagId, staffId: notice.to.staffId });
    return;
  }
  await ctx.mailer.send({ to: reader.email, ...ctx.mailWriter.write(notice) });
}
