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
import { readForm, readIntent } from "~/.server/read-form.ts";
import { resource } from "~/.server/resource.ts";

/** A page of the pupil's conversations, newest first: `?search=`, `?cursor=`. */
export const loader = resource(async ({ request }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ""));
  return listConversations(ctx, parse(ListConversationsInput, query));
});

/** Renames (`intent=rename`) or deletes (`intent=delete`) a conversation. */
export const action = resource(async ({ request }: ActionFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  const form = await readForm(request);
  const fields = Object.fromEntries(form);
  if (readIntent(form, "rename", "delete") === "rename") {
    await renameConversation(ctx, parse(RenameConversationInput, fields));
  } else {
    await deleteConversation(ctx, parse(ConversationInput, fields));
  }
  return { ok: true };
});
