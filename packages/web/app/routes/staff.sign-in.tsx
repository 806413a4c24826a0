import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLocation } from "@remix-run/react";
import { completeCode, completeNewPassword, signInStaff, type StaffSignIn } from "@ukhaan/core/account";
import { minPasswordLength } from "@ukhaan/core/account/schema";
import { type Anonymous, DomainError, httpStatus, type Role } from "@ukhaan/core/kernel";
import { useEffect, useRef } from "react";
import { anonymousContext, currentActor, homeOf, type WebCtx } from "~/.server/context.ts";
import { deviceOf } from "~/.server/device.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { formAction } from "~/.server/refusable.ts";
import { safePath } from "~/.server/safe-path.ts";
import { sessionCookie } from "~/.server/session-cookie.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { PageShell } from "~/components/page-shell.tsx";
import { LanguageSwitch } from "~/components/preference-controls.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { SignInForm } from "~/components/staff/sign-in/sign-in-form.tsx";
import { signInProblems, type SignInStage, type SignInStep } from "~/components/staff/sign-in/stage.ts";
import { pageTitle } from "~/components/staff/page-title.ts";
import { useWords } from "~/i18n/use-words.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await currentActor(request);
  if (actor && actor.role !== "student") throw redirect(landing(request, actor.role));
  const locale = localeOf(request);
  return { locale, words: dictionaryFor(locale, "teach"), minPasswordLength };
}

export const action = formAction(async ({ request }: ActionFunctionArgs) => {
  const ctx = await anonymousContext(request);
  const form = await request.formData();
  const stage = stageOf(form);
  const problems = signInProblems(stage.step, form, minPasswordLength);
  if (Object.keys(problems).length > 0) return data({ ...stage, problems }, { status: 400 });
  try {
    const answer = await answerStep(ctx, { step: stage.step, form, device: deviceOf(request) });
    if (answer.kind === "signed-in") {
      const headers = { "set-cookie": sessionCookie(request, answer) };
      return redirect(landing(request, answer.actor.role), { headers });
    }
    const step = answer.kind === "code-required" ? "code" : "new-password";
    return data<SignInStage>({ ...stage, step, challenge: answer.challenge });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, details } = error;
    // A challenge lives three minutes; what is left then is to begin again.
    const step = code === "account.challenge-expired" ? "password" : stage.step;
    return data<SignInStage>({ ...stage, step, refusal: { code, details } }, { status: httpStatus(error) });
  }
});

export default function StaffSignIn() {
  const { minPasswordLength } = useLoaded<typeof loader>();
  const answer = useActed<typeof action>();
  const stage: SignInStage = { ...firstStage, ...answer };
  const heading = useRef<HTMLHeadingElement>(null);
  const { search } = useLocation();
  const t = useWords("teach");
  const { title, text } = headings[stage.step];

  // A new step is a new question: it is read from its heading on.
  useEffect(() => {
    if (stage.step !== "password") heading.current?.focus();
  }, [stage.step]);

  return (
    <PageShell home="/" tools={<LanguageSwitch />}>
      <div className="mx-auto grid max-w-md gap-6">
        <header className="grid gap-2">
          <h1 ref={heading} tabIndex={-1} className="text-2xl outline-none sm:text-3xl">
            {t(title)}
          </h1>
          <p className="text-ink-soft">{t(text)}</p>
        </header>
        <section className="sheet p-4 sm:p-6">
          <SignInForm key={stage.step} stage={stage} minPasswordLength={minPasswordLength} />
        </section>
        {stage.step === "password" ? (
          <footer className="grid gap-2 text-center">
            <p className="text-sm text-ink-soft">{t("forgotten")}</p>
            <Link to="/" className="link inline-flex min-h-11 items-center justify-self-center">
              {t("pupilsEnter")}
            </Link>
          </footer>
        ) : (
          <Link
            to={`/staff/sign-in${search}`}
            reloadDocument
            className="link inline-flex min-h-11 items-center justify-self-center"
          >
            {t("startAgain")}
          </Link>
        )}
      </div>
    </PageShell>
  );
}

const firstStage: SignInStage = { step: "password", email: "", challenge: "" };

const headings = {
  password: { title: "signInTitle", text: "signInText" },
  "new-password": { title: "newPasswordTitle", text: "newPasswordText" },
  code: { title: "codeTitle", text: "codeText" },
} as const satisfies Record<SignInStep, object>;

function stageOf(form: FormData): SignInStage {
  const step = form.get("step");
  return {
    step: step === "code" || step === "new-password" ? step : "password",
    email: String(form.get("email") ?? "").trim(),
    challenge: String(form.get("challenge") ?? ""),
  };
}

async function answerStep(
  ctx: WebCtx<Anonymous>,
  { step, form, device }: { step: SignInStep; form: FormData; device: string },
): Promise<StaffSignIn> {
  const text = (name: string) => String(form.get(name) ?? "");
  if (step === "code") return completeCode(ctx, { challenge: text("challenge"), code: text("code"), device });
  if (step === "new-password") {
    return completeNewPassword(ctx, { challenge: text("challenge"), newPassword: text("newPassword"), device });
  }
  return signInStaff(ctx, { email: text("email"), password: text("password"), device });
}

/** The page somebody came for, if it is one of this role's; else the role's first page. */
function landing(request: Request, role: Role): string {
  const home = homeOf[role];
  const to = safePath(new URL(request.url).searchParams.get("to"), home);
  const own = [home, "/books", "/safeguarding"].some(
    (part) => part !== "/" && (to === part || to.startsWith(`${part}/`) || to.startsWith(`${part}?`)),
  );
  return own ? to : home;
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "teach", "signInTitle");

export function ErrorBoundary() {
  return <ErrorPage home="/staff/sign-in" />;
}
