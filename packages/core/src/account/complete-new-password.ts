import { type Anonymous, type Ctx, DomainError, parse } from "../kernel/index.ts";
import { finishStaffSignIn, type StaffSignInPorts } from "./staff-sign-in/finish-staff-sign-in.ts";
import { CompleteNewPasswordInput, type StaffSignIn } from "./schema.ts";

/**
 * Answers the demand for a new password at the first sign-in. A code may still be asked after it.
 *
 * Throws `invalid` `account.password-too-weak` (at least 12 characters, and the pool's own rules), `unauthenticated`
 * `account.challenge-expired` when more than three minutes passed: begin again.
 */
export async function completeNewPassword(
  ctx: Ctx<Anonymous, StaffSignInPorts>,
  input: CompleteNewPasswordInput,
): Promise<StaffSignIn> {
  const { challenge, newPassword, device } = parse(CompleteNewPasswordInput, input, "account.password-too-weak");
  const verdict = await ctx.staffIdentity.answerNewPassword({ challenge, newPassword });
  if (verdict.kind === "weak-password") throw new DomainError("invalid", "account.password-too-weak");
  return finishStaffSignIn(ctx, { verdict, device, refusal: "account.challenge-expired" });
}
