import type { teach } from "~/i18n/mn/teach.ts";
import type { Refusal } from "~/i18n/use-refusal.ts";

export type SignInStep = "password" | "new-password" | "code";

/** How far a sign-in came, as the page shows it. */
export interface SignInStage {
  readonly step: SignInStep;
  /** What was typed; it stays after a refusal. */
  readonly email: string;
  /** What the identity provider gave, sent back as it was. */
  readonly challenge: string;
  readonly refusal?: Refusal;
  /** What is wrong with which field, found before anybody was asked. */
  readonly problems?: SignInProblems;
}

type Word = keyof typeof teach;
export type SignInProblems = Partial<Record<"email" | "password" | "newPassword" | "again" | "code", Word>>;

/** What is missing in the form of a step; empty when it can be sent. */
export function signInProblems(step: SignInStep, form: FormData, minPasswordLength: number): SignInProblems {
  const text = (name: string) => String(form.get(name) ?? "");
  if (step === "code") return /^\s*(\d\s*){6}$/.test(text("code")) ? {} : { code: "codeMissing" };
  if (step === "new-password") {
    if (text("newPassword").length < minPasswordLength) return { newPassword: "newPasswordShort" };
    return text("newPassword") === text("again") ? {} : { again: "newPasswordDiffers" };
  }
  const email = text("email").trim();
  return {
    ...(email === "" ? { email: "emailMissing" } : !/^\S+@\S+\.\S+$/.test(email) && { email: "emailWrong" }),
    ...(text("password") === "" && { password: "passwordMissing" }),
  };
}
