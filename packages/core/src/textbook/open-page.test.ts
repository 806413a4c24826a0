import { beforeAll, describe, expect, it } from "vitest";
import {
  pupilOf,
  savedTextbook,
  teacher,
  type TextbookWorld,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import { imageKey, viewKey } from "./ingesting/library-keys.ts";
import { openPage } from "./open-page.ts";
import type { SavedTextbook } from "./ports.ts";
import { writeJson } from "./ingesting/stored-page.ts";

const view = {
  printedPage: "1",
  image: { width: 1200, height: 1707 },
  passages: [{ passageId: "psg_1", text: "Эс", boxes: [[0.1, 0.2, 0.5, 0.05]] }],
};

describe("openPage", () => {
  let world: TextbookWorld;
  let textbook: SavedTextbook;

  beforeAll(async () => {
    world = textbookWorld();
    textbook = await savedTextbook(world);
    await writeJson(world.ports.library, viewKey(textbook, 2), view);
    await world.ports.library.put({ key: imageKey(textbook, 2), body: "webp", contentType: "image/webp" });
  });

  const open = (actor: Parameters<TextbookWorld["as"]>[0], pdfPage: number) =>
    openPage(world.as(actor as ReturnType<typeof teacher>), { textbookId: textbook.textbookId, pdfPage });

  it("gives the page's image, printed number and passages with boxes", async () => {
    const page = await open(pupilOf(8), 2);
    expect(page).toMatchObject({ ...view, image: view.image, pdfPage: 2, pageCount: 2, title: "Биологи VIII" });
    const image = await fetch(page.image.url);
    expect([image.status, image.headers.get("content-type")]).toEqual([200, "image/webp"]);
  });

  it("signs the image for nobody else's eyes: another key is refused", async () => {
    const { image } = await open(teacher(), 2);
    const other = await fetch(image.url.replace("/0002.webp", "/0001.webp"));
    expect(other.status).toBe(403);
  });

  it.each([0, 3, 1.5, Number.NaN])("answers not-found for page %s", async (pdfPage) => {
    await expect(open(teacher(), pdfPage)).rejects.toMatchObject({ kind: "not-found", code: "textbook.no-page" });
  });

  it("looks missing to a pupil of a lower grade", async () => {
    await expect(open(pupilOf(7), 2)).rejects.toMatchObject({ kind: "not-found", code: "textbook.no-textbook" });
  });
});
