import { type Ctx, type Page, requireRole, type Student } from "../kernel/index.ts";
import { readingsOf } from "../kernel/mongolian/index.ts";
import type { SavedConversation, TutorPorts } from "./ports.ts";
import type { ConversationView, ListConversationsInput } from "./schema.ts";
import { searchKey } from "./search-key.ts";

const pageSize = 20;
/** A search reads bigger pages, and stops after some: the cursor goes on from there. */
const searchPage = { size: 100, most: 5 };

/** The pupil's conversations, newest first; `search` looks into titles and questions, typed in any way. */
export async function listConversations(
  ctx: Ctx<Student, Pick<TutorPorts, "conversations">>,
  { search, cursor }: ListConversationsInput,
): Promise<Page<ConversationView>> {
  const { schoolId, studentId } = requireRole(ctx.actor, "student");
  const wanted = search === undefined ? [] : searchForms(search);
  const read = (limit: number, from: string | undefined) =>
    ctx.conversations.list({ schoolId, studentId }, { limit, ...(from === undefined ? {} : { cursor: from }) });
  if (wanted.length === 0) return toViews(await read(pageSize, cursor));

  const items: SavedConversation[] = [];
  let next = cursor;
  for (let pages = 0; pages < searchPage.most; pages += 1) {
    const page = await read(searchPage.size, next);
    items.push(...page.items.filter((conversation) => holdsAny(conversation, wanted)));
    next = page.cursor;
    if (next === undefined || items.length >= pageSize) break;
  }
  return toViews({ items, ...(next === undefined ? {} : { cursor: next }) });
}

/** What was typed, and its Cyrillic readings when it was typed in Latin letters. */
function searchForms(search: string): readonly string[] {
  return [...new Set([search, ...readingsOf(search)].map(searchKey))].filter((form) => form !== "");
}

const holdsAny = ({ title, searchTexts }: SavedConversation, wanted: readonly string[]) =>
  [searchKey(title), ...searchTexts].some((text) => wanted.some((form) => text.includes(form)));

function toViews({ items, cursor }: Page<SavedConversation>): Page<ConversationView> {
  const views = items.map(({ conversationId, title, lastAskedAtMs, exchangeCount }) => ({
    conversationId,
    title,
    lastAskedAtMs,
    exchangeCount,
  }));
  return { items: views, ...(cursor === undefined ? {} : { cursor }) };
}
