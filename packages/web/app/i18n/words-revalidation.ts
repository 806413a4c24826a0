import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** For layout routes that bring words and who is signed in: load again only when the language changes. */
export function revalidateForLanguage({ formAction }: ShouldRevalidateFunctionArgs): boolean {
  return formAction === "/preferences";
}
