import {
  type AlarmHook,
  type Ctx,
  DomainError,
  dayInUlaanbaatar,
  type SchoolId,
  type SystemActor,
} from "../kernel/index.ts";
import type { LearningPorts } from "../learning/index.ts";
import { budgetSteps } from "./budget/model-budget.ts";
import type { BudgetPorts } from "./ports.ts";

/**
 * Tells whoever runs the product that a school used up four fifths of its budget of the day, all of it, and what lies
 * above: each once a day. Called where costs are counted, off the path of any answer. Throws `forbidden` for people.
 */
export async function warnBudgets(
  ctx: Ctx<SystemActor, Pick<LearningPorts, "rollUps"> & BudgetPorts & { readonly alarms: AlarmHook }>,
  { schoolIds }: { readonly schoolIds: readonly SchoolId[] },
): Promise<void> {
  if (ctx.actor.role !== "system") throw new DomainError("forbidden", "account.wrong-role");
  const budget = ctx.budgetMicroUsd;
  if (budget === undefined) return;
  const nowMs = ctx.clock.nowMs();
  const day = dayInUlaanbaatar(nowMs);
  for (const schoolId of new Set(schoolIds)) {
    const spentMicroUsd = await ctx.rollUps.readSchoolCost({ schoolId, day });
    for (const step of ["warned", "cheapest", "passages"] as const) {
      if (spentMicroUsd < budget * budgetSteps[step]) break;
      if (!(await ctx.budgetNotices.mark({ schoolId, day, step }, nowMs))) continue;
      ctx.alarms.raise("budget-used", step, { schoolId, day, spentMicroUsd, budgetMicroUsd: budget });
    }
  }
}
