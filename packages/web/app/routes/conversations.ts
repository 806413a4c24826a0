import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { parse } from "@ukhaan/core/kernel";
import {
  ConversationInput,
  deleteConversation,
  listConversations,
  ListConversationsInput,
  renameConversation,
  RenameConversationInput,
} from "@ukhaan/core/tutor";
import { actorContext } from "~/.server/context.ts";
import { formAction, refusable } from "~/.server/refusable.ts";

/** A page of the pupil's conversations, newest first: `?search=`, `?cursor=`. */
export const loader = refusable(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ""));
  return listConversations(ctx, parse(ListConversationsInput, query));
});

/** Renames (`intent=rename`) or deletes a conversation. */
export const action = formAction(async ({ request }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  const form = Object.fromEntries(await request.formData());
  if (form["intent"] === "rename") await renameConversation(ctx, parse(RenameConversationInput, form));
  else await deleteConversation(ctx, parse(ConversationInput, form));
  return { ok: true };
});
