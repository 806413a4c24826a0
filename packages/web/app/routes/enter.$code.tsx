import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useSearchParams } from "@remix-run/react";
import { findClassByCode, signInWithPin } from "@ukhaan/core/school";
import { anonymousContext } from "~/.server/context.ts";
import { deviceOf } from "~/.server/device.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { safePath } from "~/.server/safe-path.ts";
import { sessionCookie } from "~/.server/session-cookie.ts";
import { NameList } from "~/components/entry/name-list.tsx";
import { PinPad } from "~/components/entry/pin-pad.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { PageShell } from "~/components/page-shell.tsx";
import { LanguageSwitch } from "~/components/preference-controls.tsx";
import { useWords } from "~/i18n/use-words.ts";
import { useLoaded, useActed } from "~/components/loaded.ts";

export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await anonymousContext(request);
  const { schoolName, className, pupils } = await findClassByCode(ctx, { code: params["code"] ?? "" });
  return { words: dictionaryFor(localeOf(request), "entry"), schoolName, className, pupils };
});

export const action = formAction(async ({ request, params }: ActionFunctionArgs) => {
  const ctx = await anonymousContext(request);
  const form = await request.formData();
  const signIn = await signInWithPin(ctx, {
    code: params["code"] ?? "",
    studentId: String(form.get("studentId") ?? ""),
    pin: String(form.get("pin") ?? ""),
    device: deviceOf(request),
  });
  if (signIn.kind !== "signed-in") return { signIn };
  return redirect(safePath(form.get("to"), "/chat"), { headers: { "set-cookie": sessionCookie(request, signIn) } });
});

/** The class's names, then the PIN of the chosen one (`?s=`, which is also where the QR code of a card leads). */
export default function Enter() {
  const { schoolName, className, pupils } = useLoaded<typeof loader>();
  const [search] = useSearchParams();
  const t = useWords("entry");
  const result = useActed<typeof action>();
  const chosen = pupils.find(({ studentId }) => studentId === search.get("s"));
  return (
    <PageShell home="/" tools={<LanguageSwitch />}>
      {chosen ? (
        <PinPad
          key={chosen.studentId}
          pupil={chosen}
          place={t("classAt", { className, schoolName })}
          to={search.get("to") ?? ""}
          result={result}
        />
      ) : (
        <>
          <p className="mb-1 text-ink-soft">{t("classAt", { className, schoolName })}</p>
          <h1 className="mb-5 text-3xl">{t("chooseName")}</h1>
          <NameList pupils={pupils} to={search.get("to")} />
          <Link to="/" className="link mt-6 inline-flex min-h-11 items-center">
            {t("otherCode")}
          </Link>
        </>
      )}
    </PageShell>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
