import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useNavigation } from "@remix-run/react";
import { listDevices, signOutDevice, signOutEverywhere } from "@ukhaan/core/account";
import type { DeviceView } from "@ukhaan/core/account/schema";
import { actorContext } from "~/.server/context.ts";
import { followCursor } from "~/.server/follow-cursor.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { formAction, refusable } from "~/.server/refusable.ts";
import { forgottenSessionCookie } from "~/.server/session-cookie.ts";
import { forgetEverything } from "~/chat/pending-question.ts";
import { Button } from "~/components/button.tsx";
import { Notice } from "~/components/notice.tsx";
import { LanguageChoice, ThemeChoice } from "~/components/preference-controls.tsx";
import { PupilShell } from "~/components/pupil-shell.tsx";
import { usePupil } from "~/components/use-pupil.ts";
import { date } from "~/i18n/format.ts";
import { useRefusalWords } from "~/i18n/use-refusal.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { useLoaded, useActed } from "~/components/loaded.ts";

/** Pages of 25 devices. Whoever is signed in on more of them than this signs out everywhere. */
const devicePages = 8;

export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  return { devices: await followCursor((cursor) => listDevices(ctx, cursor), devicePages) };
});

/** Signs one device out, or all of them, this one too. */
export const action = formAction(async ({ request }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  const form = await readForm(request);
  if (readIntent(form, "everywhere", "device") === "everywhere") {
    await signOutEverywhere(ctx);
    return redirect("/", { headers: { "set-cookie": forgottenSessionCookie(request) } });
  }
  await signOutDevice(ctx, { sessionId: String(form.get("sessionId")) });
  return { ok: true };
});

export default function Me() {
  const { pupil } = usePupil();
  const { devices } = useLoaded<typeof loader>();
  const result = useActed<typeof action>();
  const t = useWords("me");
  const common = useWords("common");
  const explain = useRefusalWords();
  return (
    <PupilShell>
      <h1 className="text-3xl">{pupil.name}</h1>
      <p className="mt-1 mb-8 text-lg text-ink-soft">{common("grade", { n: pupil.grade })}</p>
      <div className="grid gap-8">
        <Notice icon="shield">
          <p className="font-medium">{t("privacyTitle")}</p>
          <p>{t("privacyText")}</p>
        </Notice>
        <section className="grid gap-4">
          <h2 className="text-xl">{t("display")}</h2>
          <div className="grid gap-1.5">
            <h3 className="text-base font-medium">{common("theme")}</h3>
            <ThemeChoice />
          </div>
          <div className="grid gap-1.5">
            <h3 className="text-base font-medium">{common("language")}</h3>
            <LanguageChoice />
          </div>
        </section>
        <section className="grid gap-3">
          <h2 className="text-xl">{t("devices")}</h2>
          <p className="text-ink-soft">{t("devicesHint")}</p>
          {result && "refusal" in result && (
            <Notice look="danger" announced>
              {explain(result.refusal)}
            </Notice>
          )}
          <ul className="sheet divide-y divide-line">
            {devices.map((device) => (
              <Device key={device.sessionId} device={device} />
            ))}
          </ul>
          <Form method="post" reloadDocument onSubmit={() => forgetEverything()}>
            <Button type="submit" name="intent" value="everywhere" look="danger" icon="sign-out">
              {t("signOutEverywhere")}
            </Button>
          </Form>
        </section>
      </div>
    </PupilShell>
  );
}

function Device({ device }: { device: DeviceView }) {
  const t = useWords("me");
  const locale = useLocale();
  const leaving = useNavigation().formData?.get("sessionId") === device.sessionId;
  const name = device.label || t("unknownDevice");
  return (
    <li className="flex min-h-16 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
      <span className="grid min-w-0 flex-1">
        <span className="font-medium">{name}</span>
        <span className="text-sm text-ink-soft">
          {device.current ? t("thisDevice") : t("lastSeen", { when: date(locale, device.lastSeenAtMs) })}
        </span>
      </span>
      {!device.current && (
        <Form method="post">
          <input type="hidden" name="intent" value="device" />
          <input type="hidden" name="sessionId" value={device.sessionId} />
          <Button type="submit" busy={leaving} aria-label={t("signOutDeviceNamed", { device: name })}>
            {t("signOutDevice")}
          </Button>
        </Form>
      )}
    </li>
  );
}
