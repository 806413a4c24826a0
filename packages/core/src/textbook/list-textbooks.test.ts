import { beforeAll, describe, expect, it } from "vitest";
import {
  platformAdmin,
  pupilOf,
  savedTextbook,
  teacher,
  type TextbookWorld,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import type { Actor } from "../kernel/index.ts";
import { listTextbooks } from "./list-textbooks.ts";
import type { TextbookView } from "./schema.ts";

describe("listTextbooks", () => {
  let world: TextbookWorld;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    world = textbookWorld();
    const books = {
      physics7: { grade: 7, subject: "physics" },
      biology8: { grade: 8, subject: "biology" },
      biology9: { grade: 9, subject: "biology" },
      grade10: { grade: 10, subject: "history" },
      optional11: {
        grade: 11,
        subject: "chemistry",
        title: "Химийн бодлого",
        required: false,
        licence: "CC BY-SA 4.0",
        year: 2011,
        language: "kk",
        edition: 7,
      },
      failed8: { grade: 8, subject: "biology", state: "failed", failure: "damaged" },
    } as const;
    for (const [name, book] of Object.entries(books)) ids[name] = (await savedTextbook(world, book)).textbookId;
  });

  async function seenBy(actor: Actor, grade?: number): Promise<string[]> {
    const items: TextbookView[] = [];
    // Other tests add books beside these: page one is not all.
    for (let cursor: string | undefined, page = 0; page === 0 || cursor !== undefined; page += 1) {
      const input = { ...(grade === undefined ? {} : { grade }), ...(cursor === undefined ? {} : { cursor }) };
      const next = await listTextbooks(world.as(actor), input);
      items.push(...next.items);
      cursor = next.cursor;
    }
    return Object.entries(ids).flatMap(([name, id]) => (items.some((item) => item.textbookId === id) ? [name] : []));
  }

  it.each([
    ["a pupil of grade 8 sees ready books of grade 8 and below", pupilOf(8), ["physics7", "biology8"]],
    [
      "a pupil of grade 12 sees every ready book",
      pupilOf(12),
      ["physics7", "biology8", "biology9", "grade10", "optional11"],
    ],
    ["a teacher sees every ready book", teacher(), ["physics7", "biology8", "biology9", "grade10", "optional11"]],
    ["a platform administrator also sees failed ones", platformAdmin(), Object.keys(ids)],
  ])("%s", async (_what, actor, expected) => {
    const all = expected.length === 0 ? Object.keys(ids) : expected;
    expect(await seenBy(actor)).toEqual(all);
  });

  it("narrows to one grade", async () => {
    expect(await seenBy(teacher(), 9)).toEqual(["biology9"]);
  });

  it("comes by grade, then subject", async () => {
    const { items } = await listTextbooks(world.as(teacher()));
    const keys = items.map((item) => String(item.grade).padStart(2, "0") + item.subject);
    expect(keys).toEqual([...keys].sort());
  });

  it("does not tell a pupil what books a higher grade has", async () => {
    const asked = listTextbooks(world.as(pupilOf(8)), { grade: 9 });
    await expect(asked).rejects.toMatchObject({ kind: "not-found" });
  });

  it("refuses a cursor that it did not give", async () => {
    const asked = listTextbooks(world.as(teacher()), { cursor: "nonsense" });
    await expect(asked).rejects.toMatchObject({ kind: "invalid", code: "textbook.invalid-cursor" });
  });

  it.each([
    ["its subject", { subject: "physics" }, ["physics7"]],
    ["its state", { state: "failed" }, ["failed8"]],
    ["whether it is required", { required: false }, ["optional11"]],
    ["its licence", { licence: "CC BY-SA 4.0" }, ["optional11"]],
    ["year and language", { year: 2011, language: "kk" }, ["optional11"]],
    ["the edition", { edition: 7 }, ["optional11"]],
    ["words of the title", { search: "ХИМИ бодлого" }, ["optional11"]],
    ["the title in Latin letters", { search: "himiin bodl" }, ["optional11"]],
    ["beginnings of words only", { search: "одлого химийн" }, []],
    ["two that no book has together", { subject: "physics", state: "failed" }, []],
  ] as const)("narrows by %s", async (_what, wanted, expected) => {
    const { items } = await listTextbooks(world.as(platformAdmin()), wanted);
    const own = Object.entries(ids).filter(([, id]) => items.some((item) => item.textbookId === id));
    expect(own.map(([name]) => name)).toEqual(expected);
  });

  it("shows a teacher no failed book, even when asked for", async () => {
    const { items } = await listTextbooks(world.as(teacher()), { state: "failed" });
    expect(items.every(({ state }) => state === "ready")).toBe(true);
  });
});
