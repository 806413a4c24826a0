import type { Ctx, Student } from "../../kernel/index.ts";
import {
  addReviewItem,
  concernOf,
  concernOfStopped,
  type FlagPorts,
  isEdgeCase,
  reportFlag,
  type ReportFlagPorts,
  type Verdict,
} from "../../safety/index.ts";
import type { SavedAnswer, SavedExchange } from "../ports.ts";

export type ConcernPorts = ReportFlagPorts & Pick<FlagPorts, "reviewItems">;

/**
 * What a verdict means for the adults: a call for help or a grave refusal is flagged, a refusal that a lesson may have been
 * meant by waits for a person's look. Never throws: the pupil's card depends on none of it.
 */
export async function raiseConcern(
  ctx: Ctx<Student, ConcernPorts>,
  exchange: SavedExchange,
  verdict: Verdict,
): Promise<void> {
  if (verdict.kind === "allow") return;
  const { categories, card } = verdict;
  const concern = concernOf(verdict);
  if (concern) return reportFlag(ctx, { ...concern, ...aboutOf(exchange), categories: [...categories] });
  if (!isEdgeCase(verdict)) return;
  const { conversationId, exchangeId, question } = exchange;
  try {
    await addReviewItem(ctx, {
      reason: "edge-case",
      conversationId,
      exchangeId,
      question,
      answer: "",
      card,
      categories: [...categories],
    });
  } catch (error) {
    ctx.log.error("A refusal was not put before a person.", { exchangeId, error });
  }
}

/** An answer that screening stopped for a grave reason is flagged: something led a model there. Never throws. */
export async function raiseStopped(
  ctx: Ctx<Student, ConcernPorts>,
  exchange: SavedExchange,
  { outcome, categories }: SavedAnswer,
): Promise<void> {
  const concern = outcome === "blocked" ? concernOfStopped(categories) : undefined;
  if (concern) await reportFlag(ctx, { ...concern, ...aboutOf(exchange), categories: [...categories] });
}

const aboutOf = ({ conversationId, exchangeId, question }: SavedExchange) => ({
  excerpt: question,
  exchange: { conversationId, exchangeId },
});
