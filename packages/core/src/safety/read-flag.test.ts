import { beforeAll, describe, expect, test } from "vitest";
import { flagStrangers, flagWorld, type FlagWorld, ownTable } from "../../../../tests/support/flag-world.ts";
import { savedExchange } from "../../../../tests/support/saved-exchange.ts";
import { systemActor, systemIds, type TableHandle } from "../kernel/index.ts";
import { createExchangeStore } from "../tutor/index.ts";
import { escalateFlags, readFlag } from "./index.ts";

let table: TableHandle;
beforeAll(async () => {
  table = await ownTable();
});

const answer = {
  text: "Хариулт",
  citations: [],
  notices: [],
  outcome: "answered",
  source: "none",
  categories: [],
} as const;

/** A conversation of seven questions whose fourth is flagged. */
async function flaggedTalk(place: FlagWorld) {
  const { schoolId, studentId } = place.pupil;
  const conversationId = systemIds.next("conversation");
  const exchanges = Array.from({ length: 7 }, (_, at) =>
    savedExchange({ schoolId, studentId, conversationId, askedAtMs: at, question: `Асуулт ${at + 1}`, answer }),
  );
  for (const exchange of exchanges) {
    await createExchangeStore(table).claim({ exchange, title: "Яриа", followUp: false });
  }
  const exchangeId = exchanges[3]?.exchangeId ?? systemIds.next("exchange");
  return place.raise({ exchange: { conversationId, exchangeId } });
}

describe("reading a flag", () => {
  test("shows the flagged exchange with two before and two after, and no more of the conversation", async () => {
    const place = await flagWorld(table);
    const { flagId } = await flaggedTalk(place);
    const flag = await readFlag(place.as(place.safeguard), { flagId });
    expect(flag.talk.map(({ question }) => question)).toEqual([2, 3, 4, 5, 6].map((number) => `Асуулт ${number}`));
    expect(flag).toMatchObject({ kind: "self-harm", excerpt: "Надад хэцүү байна.", pupil: { name: "Болд Б." } });
  });

  test("is on record each time: who saw which pupil's words", async () => {
    const place = await flagWorld(table);
    const { flagId } = await flaggedTalk(place);
    for (const actor of [place.deputy, place.admin]) await readFlag(place.as(actor), { flagId });
    const { items } = await place.ports.audit.byAccount({ tenant: place.schoolId, accountId: place.deputy.staffId });
    expect(items[0]).toMatchObject({
      action: "flag.read",
      subject: flagId,
      details: { studentId: place.pupil.studentId },
    });
    expect((await place.audited()).filter((action) => action === "flag.read")).toHaveLength(2);
  });

  test("keeps its excerpt when the pupil has deleted the conversation", async () => {
    const place = await flagWorld(table);
    const { flagId } = await place.raise();
    expect(await readFlag(place.as(place.safeguard), { flagId })).toMatchObject({
      talk: [],
      excerpt: "Надад хэцүү байна.",
    });
  });

  test("is for the platform once it has escalated there, and on the school's record", async () => {
    const place = await flagWorld(await ownTable());
    const { flagId } = await place.raise();
    for (let step = 0; step < 2; step += 1) {
      place.clock.advance(15 * 60_000);
      await escalateFlags(place.as(systemActor));
    }
    const { schoolId } = place;
    expect(await readFlag(place.as(place.platformAdmin), { flagId, schoolId })).toMatchObject({ stage: "platform" });
    expect(await place.audited()).toContain("flag.read");
  });

  test("is refused to everybody else, and nothing is on record", async () => {
    const place = await flagWorld(table);
    const { flagId } = await flaggedTalk(place);
    for (const [who, actor, refusal] of await flagStrangers(place)) {
      const trying = readFlag(place.as(actor) as never, { flagId, schoolId: place.schoolId });
      await expect(trying, who).rejects.toMatchObject(refusal);
    }
    expect(await place.audited()).not.toContain("flag.read");
  });
});
