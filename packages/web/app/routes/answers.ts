import type { ActionFunctionArgs } from "@remix-run/node";
import { parse } from "@ukhaan/core/kernel";
import { rateAnswer, RateAnswerInput, stopAnswer, StopAnswerInput } from "@ukhaan/core/tutor";
import { actorContext } from "~/.server/context.ts";
import { readForm, readIntent } from "~/.server/read-form.ts";
import { resource } from "~/.server/resource.ts";

/** Stops (`intent=stop`) or rates (`intent=rate`) an answer of the pupil. */
export const action = resource(async ({ request }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  const form = await readForm(request);
  const fields = Object.fromEntries(form);
  if (readIntent(form, "stop", "rate") === "stop") {
    await stopAnswer(ctx, parse(StopAnswerInput, { ...fields, shownChars: Number(fields["shownChars"]) }));
  } else {
    await rateAnswer(ctx, parse(RateAnswerInput, fields));
  }
  return { ok: true };
});
