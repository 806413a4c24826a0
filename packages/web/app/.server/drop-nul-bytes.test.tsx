import { text } from "node:stream/consumers";
import { PassThrough } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { dropNulBytes } from "./drop-nul-bytes.ts";

const letters = "өүшчъ".repeat(8);
const page = (
  <ul>
    {Array.from({ length: 400 }, (_unused, index) => (
      <li key={index}>
        {index}
        {letters}
      </li>
    ))}
  </ul>
);

test("a long page in Cyrillic arrives without a broken letter", async () => {
  const html = await text(renderToPipeableStream(page).pipe(dropNulBytes()));
  expect(html).not.toContain("\u0000");
  expect(html.match(new RegExp(letters, "gu"))).toHaveLength(400);
});

test("React still leaves zeros behind, else this file can go", async () => {
  expect(await text(renderToPipeableStream(page).pipe(new PassThrough()))).toContain("\u0000");
});
