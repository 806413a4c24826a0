import { beforeAll, describe, expect, test } from "vitest";
import { flagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { systemIds, type TableHandle } from "../kernel/index.ts";
import { addReviewItem, listReviewItems } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

const rated = () => ({
  reason: "rated-wrong" as const,
  conversationId: systemIds.next("conversation"),
  exchangeId: systemIds.next("exchange"),
  question: "Эс гэж юу вэ? Утас 99112233",
  answer: "Хариулт",
});

describe("an answer that a person should look at", () => {
  test("is put before the school once, with personal data masked and without whose it was", async () => {
    const place = await flagWorld(table);
    const item = { ...rated(), comment: "Буруу, 99112233 руу залга" };
    await addReviewItem(place.as(place.pupil), item);
    await addReviewItem(place.as(place.pupil), item);
    const { items } = await listReviewItems(place.as(place.safeguard));
    expect(items).toMatchObject([{ reason: "rated-wrong", question: "Эс гэж юу вэ? Утас [утасны дугаар]", grade: 8 }]);
    expect(JSON.stringify(items)).not.toMatch(/99112233|Болд|stu_/u);
  });

  test("is put there by the pupil who met it", async () => {
    const place = await flagWorld(table);
    for (const actor of [place.teacher, place.admin]) {
      await expect(addReviewItem(place.as(actor) as never, rated())).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect((await listReviewItems(place.as(place.safeguard))).items).toEqual([]);
  });
});
