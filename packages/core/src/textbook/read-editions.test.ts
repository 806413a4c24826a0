import { expect, test } from "vitest";
import { platformAdmin, savedTextbook, teacher, textbookWorld } from "../../../../tests/support/textbook-world.ts";
import { type PlatformAdmin, systemIds } from "../kernel/index.ts";
import { readEditions } from "./read-editions.ts";

test("editions come newest first, from whichever one is asked", async () => {
  const world = textbookWorld();
  const [first, second, third] = [systemIds.next("textbook"), systemIds.next("textbook"), systemIds.next("textbook")];
  await savedTextbook(world, { textbookId: first, state: "replaced", replacedBy: second });
  await savedTextbook(world, { textbookId: second, edition: 2, state: "replaced", replaces: first, replacedBy: third });
  await savedTextbook(world, { textbookId: third, edition: 3, replaces: second });
  for (const textbookId of [first, second, third]) {
    const editions = await readEditions(world.as(platformAdmin()), { textbookId });
    expect(editions.map(({ edition }) => edition)).toEqual([3, 2, 1]);
  }
});

test("a book without other editions, or whose former one was deleted, stands alone", async () => {
  const world = textbookWorld();
  const { textbookId } = await savedTextbook(world, { replaces: systemIds.next("textbook") });
  expect(await readEditions(world.as(platformAdmin()), { textbookId })).toMatchObject([{ textbookId }]);
});

test("a teacher reads none", async () => {
  const world = textbookWorld();
  const { textbookId } = await savedTextbook(world);
  const ctx = world.as(teacher() as unknown as PlatformAdmin);
  await expect(readEditions(ctx, { textbookId })).rejects.toMatchObject({ kind: "forbidden" });
});
