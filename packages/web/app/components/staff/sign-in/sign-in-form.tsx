import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useRefusalWords } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { TextField } from "../../field.tsx";
import { RefusalNotice } from "../refusal-notice.tsx";
import { useErrorFocus } from "../use-error-focus.ts";
import { PasswordField } from "./password-field.tsx";
import type { SignInProblems, SignInStage } from "./stage.ts";

/** Refusals that concern one field stand under it; all others stand above the form. */
const fieldOf: Readonly<Record<string, keyof SignInProblems>> = {
  "account.wrong-credentials": "password",
  "account.password-too-weak": "newPassword",
  "account.wrong-code": "code",
};

/** The form of whichever step the sign-in has come to. */
export function SignInForm({ stage, minPasswordLength }: { stage: SignInStage; minPasswordLength: number }) {
  const t = useWords("teach");
  const explain = useRefusalWords();
  const { step, email, challenge, refusal, problems } = stage;
  const refused = refusal && fieldOf[refusal.code];
  const errorOf = (field: keyof SignInProblems) => {
    const problem = problems?.[field];
    if (problem) return t(problem, { n: minPasswordLength });
    return refusal && refused === field ? explain(refusal) : undefined;
  };

  if (step === "new-password") {
    return (
      <Frame stage={stage} submit={t("newPasswordSave")}>
        <input type="hidden" name="challenge" value={challenge} />
        {/* Tells the password manager whose password this is. */}
        <input type="email" name="email" autoComplete="username" defaultValue={email} readOnly hidden />
        <PasswordField
          label={t("newPassword")}
          hint={t("newPasswordHint", { n: minPasswordLength })}
          name="newPassword"
          autoComplete="new-password"
          error={errorOf("newPassword")}
        />
        <PasswordField
          label={t("newPasswordAgain")}
          name="again"
          autoComplete="new-password"
          error={errorOf("again")}
        />
      </Frame>
    );
  }
  if (step === "code") {
    return (
      <Frame stage={stage} submit={t("codeSend")}>
        <input type="hidden" name="challenge" value={challenge} />
        <input type="hidden" name="email" value={email} />
        <TextField
          label={t("code")}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={11}
          className="text-2xl tracking-[0.3em]"
          error={errorOf("code")}
        />
      </Frame>
    );
  }
  return (
    <Frame stage={stage} submit={t("signIn")}>
      <TextField
        label={t("email")}
        type="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={email}
        error={errorOf("email")}
      />
      <PasswordField
        label={t("password")}
        name="password"
        autoComplete="current-password"
        error={errorOf("password")}
      />
    </Frame>
  );
}

function Frame({ stage, submit, children }: { stage: SignInStage; submit: string; children: ReactNode }) {
  const busy = useNavigation().formMethod === "POST";
  const form = useErrorFocus<HTMLFormElement>(stage);
  const { refusal } = stage;
  return (
    // Our own words for what is missing: the browser's are in the browser's language.
    <Form method="post" noValidate ref={form} className="grid gap-4">
      {refusal && !fieldOf[refusal.code] && <RefusalNotice refusal={refusal} />}
      <input type="hidden" name="step" value={stage.step} />
      {children}
      <Button type="submit" look="main" busy={busy} className="mt-1">
        {submit}
      </Button>
    </Form>
  );
}
