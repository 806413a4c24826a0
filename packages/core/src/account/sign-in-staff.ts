import { type Anonymous, type Ctx, parse } from "../kernel/index.ts";
import { finishStaffSignIn, type StaffSignInPorts } from "./staff-sign-in/finish-staff-sign-in.ts";
import { SignInStaffInput, type StaffSignIn } from "./schema.ts";

/**
 * Signs a teacher or administrator in with e-mail and password. The provider may ask for a new password (first sign-in)
 * or a code first: answer with {@link completeNewPassword} or {@link completeCode}.
 *
 * Throws `unauthenticated` `account.wrong-credentials` alike for a wrong password, an unknown address and a closed account;
 * `limited` `account.too-many-tries`; `unavailable` `account.identity-down`.
 */
export async function signInStaff(
  ctx: Ctx<Anonymous, StaffSignInPorts>,
  input: SignInStaffInput,
): Promise<StaffSignIn> {
  const { email, password, device } = parse(SignInStaffInput, input);
  const verdict = await ctx.staffIdentity.signIn({ email, password });
  return finishStaffSignIn(ctx, { verdict, device, refusal: "account.wrong-credentials" });
}
