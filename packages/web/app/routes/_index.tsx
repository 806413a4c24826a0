import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useNavigation, useSearchParams } from "@remix-run/react";
import { findClassByCode } from "@ukhaan/core/school";
import { useEffect, useRef } from "react";
import { anonymousContext, currentActor, homeOf } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { safePath } from "~/.server/safe-path.ts";
import { Button, ButtonLink } from "~/components/button.tsx";
import { OrnamentBand, Wordmark } from "~/components/brand.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { Icon, type IconName } from "~/components/icon.tsx";
import { ExampleAnswer } from "~/components/entry/example-answer.tsx";
import { HelpLink } from "~/components/help-link.tsx";
import { SkipLink } from "~/components/page-shell.tsx";
import { LanguageSwitch } from "~/components/preference-controls.tsx";
import { useRefusalWords } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";
import { useLoaded, useActed } from "~/components/loaded.ts";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const actor = await currentActor(request);
  return {
    words: dictionaryFor(localeOf(request), "entry"),
    signedIn: actor && { name: actor.name, home: homeOf[actor.role] },
  };
});

/** Finds the class behind the code; a wrong one is answered beside the field. */
export const action = formAction(async ({ request }: ActionFunctionArgs) => {
  const ctx = await anonymousContext(request);
  const form = await request.formData();
  const code = String(form.get("code") ?? "").trim();
  await findClassByCode(ctx, { code });
  const to = safePath(form.get("to"), "");
  return redirect(`/enter/${encodeURIComponent(code)}${to ? `?to=${encodeURIComponent(to)}` : ""}`);
});

export default function FirstPage() {
  const { signedIn } = useLoaded<typeof loader>();
  const t = useWords("entry");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex w-full max-w-6xl items-center justify-between gap-2 px-4 py-3 sm:px-6">
        <Wordmark />
        <nav className="flex items-center">
          <LanguageSwitch />
          <Link to="/staff/sign-in" className="button button-bare px-3">
            {t("forTeachersShort")}
          </Link>
          <HelpLink compact />
        </nav>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 outline-none sm:px-6">
        <div className="grid items-center gap-10 py-6 lg:min-h-[70dvh] lg:grid-cols-[1.05fr_1fr] lg:gap-16 lg:py-10">
          <div className="grid gap-6">
            <h1 className="text-4xl leading-[1.1] sm:text-5xl lg:text-6xl">{t("heroTitle")}</h1>
            <p className="max-w-xl text-lg leading-relaxed text-ink-soft sm:text-xl">{t("heroText")}</p>
            {signedIn && (
              <div className="sheet flex flex-wrap items-center justify-between gap-3 p-4">
                <p className="font-medium">{t("continueAs", { name: signedIn.name })}</p>
                <ButtonLink to={signedIn.home} look="main">
                  {t("continueButton")}
                </ButtonLink>
              </div>
            )}
            <CodeForm />
          </div>
          <ExampleAnswer />
        </div>
        <OrnamentBand className="my-4" />
        <Points />
      </main>
      <footer className="mx-auto w-full max-w-6xl px-4 py-6 sm:px-6">
        <Link to="/staff/sign-in" className="link inline-flex min-h-11 items-center">
          {t("forTeachers")}
        </Link>
      </footer>
    </div>
  );
}

function CodeForm() {
  const t = useWords("entry");
  const explain = useRefusalWords();
  const result = useActed<typeof action>();
  const [search] = useSearchParams();
  const busy = useNavigation().formAction?.startsWith("/?index") ?? false;
  const input = useRef<HTMLInputElement>(null);
  const refusal = result && "refusal" in result ? result.refusal : undefined;
  useEffect(() => {
    if (refusal) input.current?.select();
  }, [refusal]);
  return (
    <Form method="post" action="/?index" className="sheet grid gap-3 p-5 shadow-lift sm:p-6">
      <input type="hidden" name="to" value={search.get("to") ?? ""} />
      <label htmlFor="code" className="text-lg font-semibold">
        {t("codeLabel")}
      </label>
      <div className="flex flex-col gap-3 sm:flex-row">
        <input
          ref={input}
          id="code"
          name="code"
          required
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder="······"
          aria-invalid={refusal ? true : undefined}
          aria-describedby="code-hint code-error"
          className="field min-h-14 min-w-0 flex-1 text-2xl font-semibold tracking-[0.2em] uppercase placeholder:tracking-[0.35em]"
        />
        <Button type="submit" look="main" busy={busy} className="min-h-14 px-8 text-lg">
          {t("enter")}
        </Button>
      </div>
      <p id="code-error" role="alert" className="text-danger empty:hidden">
        {refusal && explain(refusal)}
      </p>
      <p id="code-hint" className="text-sm text-ink-soft">
        {t("codeHint")}. {t("noEmail")}
      </p>
    </Form>
  );
}

function Points() {
  const t = useWords("entry");
  const points: readonly { icon: IconName; title: string; text: string }[] = [
    { icon: "book", title: t("pointBookTitle"), text: t("pointBookText") },
    { icon: "people", title: t("pointThinkTitle"), text: t("pointThinkText") },
    { icon: "shield", title: t("pointSafeTitle"), text: t("pointSafeText") },
  ];
  return (
    <ul className="grid gap-8 py-8 sm:grid-cols-3">
      {points.map(({ icon, title, text }) => (
        <li key={title} className="grid content-start gap-2">
          <Icon name={icon} className="size-7 text-lake" />
          <h2 className="text-lg">{title}</h2>
          <p className="text-ink-soft">{text}</p>
        </li>
      ))}
    </ul>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
