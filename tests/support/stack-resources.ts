import { testStack } from "./stack.ts";

/** A resource of this run's stack, as SST links it. */
export function resourceOf(name: string): { readonly name: string; readonly url: string; readonly id: string } {
  return JSON.parse(testStack().env[`SST_RESOURCE_${name}`] ?? "{}") as { name: string; url: string; id: string };
}
