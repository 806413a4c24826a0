import * as z from "zod";
import { idPrefixes, ulidPattern, type Id, type IdNoun } from "./ids.ts";

/** zod schema of one noun's id: a string of the right shape, branded. */
export function idSchema<Noun extends IdNoun>(noun: Noun): z.ZodType<Id<Noun>, string> {
  return z
    .string()
    .regex(new RegExp(`^${idPrefixes[noun]}_${ulidPattern}$`))
    .transform((value) => value as Id<Noun>);
}
