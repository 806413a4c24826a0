import type * as z from "zod";
import { DomainError } from "./errors.ts";

/** Parses input from outside; a mismatch becomes `invalid` and names the first field that is wrong. */
export function parse<T extends z.ZodType>(schema: T, input: unknown, code = "kernel.invalid-input"): z.output<T> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new DomainError("invalid", code, { field: issue?.path.join(".") ?? "", problem: issue?.code ?? "" });
}
