import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { beforeAll, describe, expect, test } from "vitest";
import { flagStrangers, flagWorld, ownTable, storedFlag } from "../../../../tests/support/flag-world.ts";
import { resourceOf } from "../../../../tests/support/stack-resources.ts";
import { systemIds, type TableHandle } from "../kernel/index.ts";
import { markFalseAlarm } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

const reason = "Уран зохиолын хичээлийн шүлэг байсан.";

/** The kept examples that hold this text. */
async function examplesWith(text: string): Promise<Record<string, unknown>[]> {
  const s3 = new S3Client({ forcePathStyle: true });
  const Bucket = resourceOf("Events").name;
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "review/false-alarms/" }));
  const bodies = await Promise.all(
    Contents.map(async ({ Key }) => (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString()),
  );
  return bodies
    .filter((body) => body?.includes(text))
    .map((body) => JSON.parse(body ?? "{}") as Record<string, unknown>);
}

describe("a false alarm", () => {
  test("ends the flag with its reason, open or acknowledged, and shares nothing unasked", async () => {
    const place = await flagWorld(table);
    const excerpt = `Шүлэг ${systemIds.next("event")}`;
    const { flagId } = await place.raise({ excerpt });
    await markFalseAlarm(place.as(place.safeguard), { flagId, reason });
    const flag = await storedFlag(place, flagId);
    expect(flag.state).toBe("false-alarm");
    expect(flag.steps.at(-1)).toMatchObject({ what: "false-alarm", text: reason });
    expect(await place.audited()).toContain("flag.marked-false-alarm");
    expect(await examplesWith(excerpt)).toEqual([]);
    const again = markFalseAlarm(place.as(place.admin), { flagId, reason });
    await expect(again).rejects.toMatchObject({ code: "safety.flag-closed" });
  });

  test("joins the examples when a person confirms it: the sentence, nothing of the pupil or the school", async () => {
    const place = await flagWorld(table);
    const excerpt = `Дайнд хэдэн хүн үхсэн бэ ${systemIds.next("event")}`;
    const { flagId } = await place.raise({ excerpt, categories: ["violence"], kind: "violence", severity: "high" });
    await markFalseAlarm(place.as(place.safeguard), { flagId, reason, shareExample: true });
    const examples = await examplesWith(excerpt);
    expect(examples).toEqual([
      {
        text: excerpt,
        label: "false-alarm",
        kind: "violence",
        severity: "high",
        categories: ["violence"],
        level: "lower-secondary",
      },
    ]);
    expect(JSON.stringify(examples)).not.toMatch(/sch_|stu_|flg_|Болд/u);
  });

  test.each(["Болд ингэж хэлсэн", "Миний утас 99112233 шүү"])("does not share «%s»", async (excerpt) => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise({ excerpt });
    const trying = markFalseAlarm(place.as(place.safeguard), { flagId, reason, shareExample: true });
    await expect(trying).rejects.toMatchObject({ code: "safety.example-holds-personal-data" });
    expect((await storedFlag(place, flagId)).state).toBe("open");
  });

  test("is refused to everybody else, and changes nothing", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise();
    for (const [who, actor, refusal] of await flagStrangers(place)) {
      const trying = markFalseAlarm(place.as(actor) as never, { flagId, schoolId: place.schoolId, reason });
      await expect(trying, who).rejects.toMatchObject(refusal);
    }
    expect((await storedFlag(place, flagId)).state).toBe("open");
  });
});
