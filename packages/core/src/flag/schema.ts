import * as z from "zod";
import { idSchema } from "../kernel/id-schema.ts";

/** Feature flags that something reads, and how each stands until somebody sets it. A new one also needs words. */
export const defaultRules = {
  /** Models answer. Off: the textbook's own passages do. */
  models: { kind: "on" },
} as const satisfies Readonly<Record<string, FlagRule>>;
export type FlagName = keyof typeof defaultRules;
export const flagNames = Object.keys(defaultRules) as [FlagName, ...FlagName[]];

/** For whom a flag is on. A share is a share of pupils or of whole schools, always the same ones. */
export const FlagRule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("off") }),
  z.object({ kind: z.literal("on") }),
  z.object({
    kind: z.literal("percentage"),
    percent: z.number().int().min(0).max(100),
    by: z.enum(["pupil", "school"]),
  }),
  z.object({ kind: z.literal("schools"), schoolIds: z.array(idSchema("school")).min(1).max(500) }),
]);
export type FlagRule = z.output<typeof FlagRule>;

export const SetFlagInput = z.object({
  name: z.enum(flagNames),
  rule: FlagRule,
  /** Why, for whoever reads the audit trail. */
  reason: z.string().trim().min(3).max(300),
  /** Of the flag as it was shown; 0: nobody had set it. */
  version: z.number().int().min(0),
});
export type SetFlagInput = z.input<typeof SetFlagInput>;

/** A flag as its administrators see it. */
export interface FlagView {
  readonly name: FlagName;
  readonly rule: FlagRule;
  /** 0: nobody has set it, the default holds. */
  readonly version: number;
  readonly reason?: string;
  readonly changedAtMs?: number;
}
