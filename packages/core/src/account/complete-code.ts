import { type Anonymous, type Ctx, DomainError, parse } from "../kernel/index.ts";
import { finishStaffSignIn, type StaffSignInPorts } from "./staff-sign-in/finish-staff-sign-in.ts";
import { CompleteCodeInput, type StaffSignIn } from "./schema.ts";

/**
 * Answers the demand for a code of the authenticator app.
 *
 * Throws `unauthenticated` `account.wrong-code` (the same challenge may be tried again) or `account.challenge-expired`
 * (begin again).
 */
export async function completeCode(
  ctx: Ctx<Anonymous, StaffSignInPorts>,
  input: CompleteCodeInput,
): Promise<StaffSignIn> {
  const { challenge, code, device } = parse(CompleteCodeInput, input, "account.wrong-code");
  const verdict = await ctx.staffIdentity.answerCode({ challenge, code });
  if (verdict.kind === "wrong-code") throw new DomainError("unauthenticated", "account.wrong-code");
  return finishStaffSignIn(ctx, { verdict, device, refusal: "account.challenge-expired" });
}
