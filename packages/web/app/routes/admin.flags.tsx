import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { listFlags, setFlag } from "@ukhaan/core/flag";
import { actorContext } from "~/.server/context.ts";
import { dictionaryFor } from "~/.server/dictionary.ts";
import { flagFromForm } from "~/.server/flag-form.ts";
import { localeOf } from "~/.server/preferences.ts";
import { readForm } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { ErrorPage } from "~/components/error-page.tsx";
import { useActed, useLoaded } from "~/components/loaded.ts";
import { FeaturesPage, type FeatureAnswer } from "~/components/staff/features/features-page.tsx";

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  return { flags: await listFlags(ctx), words: dictionaryFor(localeOf(request), "features") };
});

export const action = formAction(async ({ request }: ActionFunctionArgs): Promise<FeatureAnswer> => {
  const ctx = await actorContext(request, "platform-admin");
  const { name } = await setFlag(ctx, flagFromForm(await readForm(request)));
  return { done: name };
});

/** For whom each feature is on. */
export default function Features() {
  const { flags } = useLoaded<typeof loader>();
  return <FeaturesPage flags={flags} answer={useActed<typeof action>()} />;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.words.features.title ?? ""} · Ухаан` },
];

export function ErrorBoundary() {
  return <ErrorPage home="/admin" />;
}
