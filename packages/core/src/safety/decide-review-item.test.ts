import { beforeAll, describe, expect, test } from "vitest";
import { flagStrangers, flagWorld, type FlagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { systemIds, type TableHandle } from "../kernel/index.ts";
import { addReviewItem, decideReviewItem, listFlags, listReviewItems } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

async function itemOf(place: FlagWorld): Promise<string> {
  const ids = { conversationId: systemIds.next("conversation"), exchangeId: systemIds.next("exchange") };
  await addReviewItem(place.as(place.pupil), { reason: "rated-unsafe", ...ids, question: "Асуулт", answer: "Хариулт" });
  const { items } = await listReviewItems(place.as(place.safeguard));
  return items.at(-1)?.itemId ?? "";
}

describe("deciding about an answer", () => {
  test("that is unsafe raises a flag, once", async () => {
    const place = await flagWorld(table);
    const itemId = await itemOf(place);
    await decideReviewItem(place.as(place.safeguard), { itemId, decision: "unsafe" });
    expect((await listFlags(place.as(place.safeguard))).items).toMatchObject([
      { kind: "unsafe-answer", severity: "high", pupil: { name: "Болд Б." } },
    ]);
    expect(await place.audited()).toContain("review-item.decided");
    const again = decideReviewItem(place.as(place.admin), { itemId, decision: "fine" });
    await expect(again).rejects.toMatchObject({ code: "safety.review-decided" });
  });

  test("that is wrong goes on to the platform, which has the last word", async () => {
    const place = await flagWorld(await ownTable());
    const itemId = await itemOf(place);
    const platform = place.as(place.platformAdmin);
    const { schoolId } = place;
    const early = decideReviewItem(platform, { itemId, schoolId, decision: "fine" });
    await expect(early).rejects.toMatchObject({ code: "safety.no-review-item" });
    await decideReviewItem(place.as(place.safeguard), { itemId, decision: "wrong-answer" });
    await decideReviewItem(platform, { itemId, schoolId, decision: "book-error" });
    expect((await listReviewItems(platform)).items).toEqual([]);
    expect((await listReviewItems(place.as(place.admin), { show: "done" })).items).toMatchObject([
      { itemId, decision: "book-error" },
    ]);
  });

  test("is refused to everybody else, and changes nothing", async () => {
    const place = await flagWorld(table);
    const itemId = await itemOf(place);
    for (const [who, actor, { kind }] of (await flagStrangers(place)) as [string, never, { kind: string }][]) {
      const trying = decideReviewItem(place.as(actor), { itemId, schoolId: place.schoolId, decision: "unsafe" });
      await expect(trying, who).rejects.toMatchObject({ kind });
    }
    expect((await listReviewItems(place.as(place.safeguard))).items).toMatchObject([{ itemId }]);
    expect((await listFlags(place.as(place.safeguard))).items).toEqual([]);
  });
});
