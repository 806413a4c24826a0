import { expect, test } from "vitest";
import { savedExchange } from "../../../../../tests/support/saved-exchange.ts";
import { searchQueries } from "./follow-up-query.ts";

const thread = [savedExchange({ question: "Фотосинтез гэж юу вэ?" })];

test.each([
  ["Энэ хаана явагддаг вэ?", ["Фотосинтез гэж юу вэ? Энэ хаана явагддаг вэ?", "Энэ хаана явагддаг вэ?"]],
  ["Яагаад?", ["Фотосинтез гэж юу вэ? Яагаад?", "Яагаад?"]],
  [
    "Ньютоны нэгдүгээр хууль юу вэ?",
    ["Ньютоны нэгдүгээр хууль юу вэ?", "Фотосинтез гэж юу вэ? Ньютоны нэгдүгээр хууль юу вэ?"],
  ],
])("after a question about photosynthesis «%s» is searched for with or without it", (question, queries) => {
  expect(searchQueries({ question, mode: "answer" }, thread)).toEqual(queries);
});

test("the first question is searched for as it is", () => {
  expect(searchQueries({ question: "Яагаад?", mode: "answer" }, [])).toEqual(["Яагаад?"]);
});

test("more detail is wanted about the last real question", () => {
  const longer = [...thread, savedExchange({ question: "Дэлгэрэнгүй", mode: "more-detail" })];
  expect(searchQueries({ question: "Дэлгэрэнгүй тайлбарла", mode: "more-detail" }, longer)).toEqual([
    "Фотосинтез гэж юу вэ?",
  ]);
});

test("a clause with masked personal data is not searched for", () => {
  const question = "Миний утас [утасны дугаар], эс гэж юу вэ?";
  expect(searchQueries({ question, mode: "answer" }, [])).toEqual(["эс гэж юу вэ?"]);
});
