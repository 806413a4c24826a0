import { type Ctx, dayInUlaanbaatar, requireRole, type SchoolAdmin } from "../kernel/index.ts";
import type { LearningPorts } from "../learning/index.ts";
import { budgetLevel, budgetSteps } from "./budget/model-budget.ts";
import type { BudgetLevel, BudgetPorts } from "./ports.ts";

/** Today's money of a school, millionths of a US dollar. A field for the administrator's page: pupils never see any of it. */
export interface SchoolBudget {
  readonly day: string;
  readonly spentMicroUsd: number;
  /** Absent: there is no budget. */
  readonly budgetMicroUsd?: number;
  /** Four fifths are used up. */
  readonly warned: boolean;
  readonly level: BudgetLevel;
}

/** What the models cost the administrator's own school today, against its budget. Throws `forbidden` for everybody else. */
export async function readBudget(
  ctx: Ctx<SchoolAdmin, Pick<LearningPorts, "rollUps"> & Pick<BudgetPorts, "budgetMicroUsd">>,
): Promise<SchoolBudget> {
  const { schoolId } = requireRole(ctx.actor, "school-admin");
  const day = dayInUlaanbaatar(ctx.clock.nowMs());
  const spentMicroUsd = await ctx.rollUps.readSchoolCost({ schoolId, day });
  const budget = ctx.budgetMicroUsd;
  if (budget === undefined) return { day, spentMicroUsd, warned: false, level: "all" };
  const warned = spentMicroUsd >= budget * budgetSteps.warned;
  return { day, spentMicroUsd, budgetMicroUsd: budget, warned, level: budgetLevel(spentMicroUsd, budget) };
}
