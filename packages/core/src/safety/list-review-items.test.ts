import { beforeAll, describe, expect, test } from "vitest";
import { flagWorld, type FlagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { systemIds, type TableHandle } from "../kernel/index.ts";
import { addReviewItem, decideReviewItem, listReviewItems } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

async function add(place: FlagWorld, question = "Эс гэж юу вэ?"): Promise<void> {
  const ids = { conversationId: systemIds.next("conversation"), exchangeId: systemIds.next("exchange") };
  await addReviewItem(place.as(place.pupil), {
    reason: "rated-wrong",
    ...ids,
    question,
    answer: "Хариулт",
    comment: "Биш",
  });
  place.clock.advance(1_000);
}

describe("the review queue", () => {
  test("shows a school its own, oldest first, and what was decided apart", async () => {
    const place = await flagWorld(table);
    await add(await flagWorld(table), "Өөр сургууль");
    await add(place, "Нэг");
    await add(place, "Хоёр");
    const ctx = place.as(place.deputy);
    const { items } = await listReviewItems(ctx);
    expect(items.map(({ question }) => question)).toEqual(["Нэг", "Хоёр"]);
    await decideReviewItem(ctx, { itemId: items[0]?.itemId ?? "", decision: "fine" });
    expect((await listReviewItems(ctx)).items.map(({ question }) => question)).toEqual(["Хоёр"]);
    expect((await listReviewItems(ctx, { show: "done" })).items).toMatchObject([{ question: "Нэг", decision: "fine" }]);
  });

  test("shows the platform what schools found wrong, without the pupil's remark", async () => {
    const place = await flagWorld(await ownTable());
    await add(place, "Нэг");
    await add(place, "Хоёр");
    const school = place.as(place.admin);
    const [first] = (await listReviewItems(school)).items;
    await decideReviewItem(school, { itemId: first?.itemId ?? "", decision: "book-error" });
    const { items } = await listReviewItems(place.as(place.platformAdmin));
    expect(items).toMatchObject([{ question: "Нэг", decision: "book-error", desk: "platform" }]);
    expect(items[0]).not.toHaveProperty("comment");
  });

  test("is refused to a teacher without that duty, to pupils, and for a made-up cursor", async () => {
    const place = await flagWorld(table);
    for (const actor of [place.teacher, place.pupil]) {
      await expect(listReviewItems(place.as(actor) as never)).rejects.toMatchObject({ kind: "forbidden" });
    }
    const madeUp = listReviewItems(place.as(place.admin), { cursor: "made-up" });
    await expect(madeUp).rejects.toMatchObject({ code: "safety.invalid-cursor" });
  });
});
