import { Form, isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { forgetEverything } from "~/chat/pending-question.ts";
import { type Refusal, useRefusalWords } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";
import { Mark } from "./brand.tsx";
import { Button } from "./button.tsx";
import { HelpLink } from "./help-link.tsx";

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "code" in value && "details" in value;

/** The page could not be fetched; nobody's mistake. Browsers word it differently and give no code. */
const isUnreached = (error: unknown) => error instanceof TypeError && /fetch|network|load failed/i.test(error.message);

/** An error in words, with a way on. Used by every error boundary. */
export function ErrorPage({ home = "/" }: { home?: string }) {
  const error = useRouteError();
  const t = useWords("common");
  const explain = useRefusalWords();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  const refusal = isRouteErrorResponse(error) && isRefusal(error.data) ? error.data : undefined;
  const unreached = isUnreached(error);
  // A page for another role: no part of its area opens, and what leads on is the person's own first page, or another person.
  const closed = refusal?.code === "account.wrong-role";
  return (
    <main
      id="main"
      className="mx-auto grid min-h-[70dvh] max-w-md content-center justify-items-center gap-4 p-6 text-center"
    >
      <Mark className="size-14" />
      <h1 className="text-2xl">{missing ? t("notFoundTitle") : t("errorTitle")}</h1>
      <p className="text-ink-soft">
        {refusal ? explain(refusal) : t(missing ? "notFoundText" : unreached ? "notReached" : "errorText")}
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        {!missing && !closed && (
          <Button look="main" onClick={() => location.reload()}>
            {t("tryAgain")}
          </Button>
        )}
        <Link to={closed ? "/" : home} reloadDocument className={`button ${closed ? "button-main" : "button-quiet"}`}>
          {t("toFirstPage")}
        </Link>
        {closed && (
          <Form method="post" action="/sign-out" reloadDocument onSubmit={() => forgetEverything()}>
            <Button type="submit" icon="sign-out">
              {t("signOut")}
            </Button>
          </Form>
        )}
        <a href="/status" className="button button-bare px-3">
          {t("statusPage")}
        </a>
        <HelpLink />
      </div>
    </main>
  );
}
