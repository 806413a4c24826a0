import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { readAiSwitch, switchAi } from "@ukhaan/core/school";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { localeOf } from "~/.server/preferences.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { AiSwitchPage, type AiSwitchAnswer } from "~/components/staff/access/ai-switch-page.tsx";

const scope = "everywhere";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  const state = await readAiSwitch(ctx, { scope });
  return { state, words: dictionaryFor(localeOf(request), "oversight") };
});

export const action = formAction(async ({ request }: ActionFunctionArgs): Promise<AiSwitchAnswer> => {
  const ctx = await actorContext(request, "platform-admin");
  const form = await readForm(request);
  const on = readIntent(form, "on", "off") === "on";
  await switchAi(ctx, { scope, on, reason: String(form.get("reason") ?? "") });
  return { switched: on ? "on" : "off" };
});

/** The kill switch of the whole product. */
export default function EveryAi() {
  const { state } = useLoaded<typeof loader>();
  return <AiSwitchPage scope={scope} state={state} answer={useActed<typeof action>()} />;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.words.oversight.ai ?? ""} · Ухаан` }];

export function ErrorBoundary() {
  return <ErrorPage home="/admin" />;
}
