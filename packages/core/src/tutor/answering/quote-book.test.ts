import { describe, expect, it } from "vitest";
import { samplePassage } from "../../../../../tests/support/sample-passage.ts";
import { savedExchange } from "../../../../../tests/support/saved-exchange.ts";
import { quoteBook } from "./answer-with-book.ts";

describe("quoteBook with a passage that is to be seen as an image", () => {
  const garbled = "F = m a ньютоны хоёрдугаар хууль 1/2 g t";
  const pictured = samplePassage({ kind: "formula", text: garbled, context: "Хууль.", useImage: true });
  const readable = samplePassage({
    text: "Ньютоны хоёрдугаар хууль бол хүч, масс, хурдатгалын холбоог илэрхийлдэг хууль юм.",
  });
  const quote = (...passages: readonly (typeof pictured)[]) =>
    quoteBook(savedExchange({ question: "Ньютоны хоёрдугаар хууль гэж юу вэ?" }), {
      passages,
      question: "Ньютоны хоёрдугаар хууль гэж юу вэ?",
      shown: "",
    });

  it("quotes what can be read, and leads to the page of the formula", () => {
    const { text, citations } = quote(pictured, readable);
    expect(text).toContain("холбоог илэрхийлдэг");
    expect(text).not.toContain("1/2 g t");
    expect(text).toMatch(/хуудаснаас хараарай: \[2\]$/);
    expect(citations[1]).toMatchObject({ number: 2, passageId: pictured.passageId, excerpt: "" });
  });

  it("leads to the page alone when nothing else was found", () => {
    const { text, citations } = quote(pictured);
    expect(text).toMatch(/^Томьёог нь .* \[1\]$/);
    expect(citations).toHaveLength(1);
  });

  it("says nothing of it where something readable was found first", () => {
    expect(quote(readable, pictured).citations.map(({ passageId }) => passageId)).toEqual([readable.passageId]);
  });
});
