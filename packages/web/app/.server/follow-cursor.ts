import type { Page } from "@ukhaan/core/kernel";

/** All items of a list, page by page; at most `pages` of them, so that no list can hold a request for ever. */
export async function followCursor<Item>(
  read: (cursor: { readonly cursor?: string }) => Promise<Page<Item>>,
  pages: number,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const next = await read(cursor === undefined ? {} : { cursor });
    items.push(...next.items);
    cursor = next.cursor;
    if (cursor === undefined) break;
  }
  return items;
}
