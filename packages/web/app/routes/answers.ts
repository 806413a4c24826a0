import type { ActionFunctionArgs } from "@remix-run/node";
import { parse } from "@ukhaan/core/kernel";
import { rateAnswer, RateAnswerInput, stopAnswer, StopAnswerInput } from "@ukhaan/core/tutor";
import { actorContext } from "~/.server/context.ts";
import { formAction } from "~/.server/refusable.ts";

/** Stops (`intent=stop`) or rates an answer of the pupil. */
export const action = formAction(async ({ request }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  const form = Object.fromEntries(await request.formData());
  if (form["intent"] === "stop") {
    await stopAnswer(ctx, parse(StopAnswerInput, { ...form, shownChars: Number(form["shownChars"]) }));
  } else {
    await rateAnswer(ctx, parse(RateAnswerInput, form));
  }
  return { ok: true };
});
