import { afterAll, beforeAll, expect, test } from "vitest";
import { questions } from "../../scripts/sample-data/books/questions.ts";
import type { SqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import { ask } from "../../packages/core/src/tutor/index.ts";
import { readSampleLibrary } from "../evals/retrieval-books.ts";
import { tutorActor } from "../support/tutor-actor.ts";
import { askInput, openBooks, tutorWorld, watch } from "../support/tutor-world.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  const library = await readSampleLibrary();
  ({ index: books, close } = await openBooks(library?.passages ?? []));
}, 120_000);
afterAll(() => close());

/** What counts of a text when the same words may be set as maths or as letters. */
const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/\$|\\[a-z]+|[{}_^]/gu, "")
    .replace(/[^\p{L}\p{N}]/gu, "");

// The questions were written with the books; the sentence that answers is known of each.
test("the sample books answer their own questions in their own words, with no model", async () => {
  const answered = questions.filter((each) => each.book !== null);
  let told = 0;
  for (const { book, question, quote } of answered) {
    const world = tutorWorld(books);
    const actor = tutorActor({ grade: book?.endsWith("5") ? 5 : 8 });
    const { text, done } = await watch(ask(world.as(actor), askInput(question)));
    expect(done, question).toBeDefined();
    if (letters(text).includes(letters(quote ?? ""))) told += 1;
  }
  expect(told / answered.length).toBeGreaterThan(0.75);
}, 120_000);

test("questions that the books do not answer are mostly said to be so, and none is answered by invention", async () => {
  const foreign = questions.filter((each) => each.book === null);
  let refused = 0;
  for (const { question } of foreign) {
    const { done } = await watch(ask(tutorWorld(books).as(), askInput(question)));
    expect(["passages", "not-in-books"]).toContain(done?.outcome);
    if (done?.outcome === "not-in-books") refused += 1;
  }
  expect(refused / foreign.length).toBeGreaterThan(0.7);
}, 60_000);
