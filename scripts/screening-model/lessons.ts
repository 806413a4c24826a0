import { readFileSync } from "node:fs";
import { readSampleLibrary } from "../../tests/evals/retrieval-books.ts";

/** Sentences of the sample books: what lessons sound like. */
export async function lessonSentences(): Promise<readonly string[]> {
  const library = await readSampleLibrary();
  if (!library) throw new Error("the sample books are not built");
  return library.passages
    .flatMap(({ text }) => text.split(/(?<=[.!?])\s+|\n/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 15 && sentence.length <= 220);
}

/** The questions that the sample books are asked in our own tests. */
export function pupilQuestions(): readonly string[] {
  const file = new URL("../sample-data/books/questions.json", import.meta.url);
  const questions = JSON.parse(readFileSync(file, "utf8")) as readonly { readonly question: string }[];
  return questions.map(({ question }) => question);
}
