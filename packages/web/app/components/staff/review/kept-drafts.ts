import { PassageKind } from "@ukhaan/core/textbook/schema";
import type { Draft } from "./use-draft.ts";

const keyOf = (passageId: string) => `review:${passageId}`;

/** Unsaved text of a passage, kept in this tab: a reload, a new sign-in or an error page must not cost it. */
export function keepDraft(passageId: string, { text, kind }: Draft): void {
  try {
    sessionStorage.setItem(keyOf(passageId), JSON.stringify({ text, kind }));
  } catch {
    // Full or forbidden: the page itself still holds the text.
  }
}

export function forgetDraft(passageId: string): void {
  try {
    sessionStorage.removeItem(keyOf(passageId));
  } catch {
    // As above.
  }
}

export function keptDraft(passageId: string): Draft | undefined {
  try {
    const value = JSON.parse(sessionStorage.getItem(keyOf(passageId)) ?? "null") as Partial<Draft> | null;
    const kind = PassageKind.safeParse(value?.kind);
    return typeof value?.text === "string" && kind.success ? { text: value.text, kind: kind.data } : undefined;
  } catch {
    return undefined;
  }
}
