import { describe, expect, it } from "vitest";
import { platformAdmin, pupilOf, savedTextbook, textbookWorld } from "../../../../tests/support/textbook-world.ts";
import { contentsKey } from "./ingesting/library-keys.ts";
import { readContents } from "./read-contents.ts";
import { writeJson } from "./ingesting/stored-page.ts";

const contents = [{ level: 1, title: "БҮЛЭГ 1. Эс", pdfPage: 4, printedPage: "1" }];

describe("readContents", () => {
  it("gives chapters with their pages", async () => {
    const world = textbookWorld();
    const textbook = await savedTextbook(world);
    await writeJson(world.ports.library, contentsKey(textbook), contents);
    expect(await readContents(world.as(pupilOf(8)), textbook)).toEqual(contents);
  });

  it("is empty while the book is being made", async () => {
    const world = textbookWorld();
    const textbook = await savedTextbook(world, { state: "ingesting" });
    expect(await readContents(world.as(platformAdmin()), textbook)).toEqual([]);
  });

  it("looks missing to a pupil of a lower grade", async () => {
    const world = textbookWorld();
    const textbook = await savedTextbook(world);
    await expect(readContents(world.as(pupilOf(7)), textbook)).rejects.toMatchObject({ kind: "not-found" });
  });
});
