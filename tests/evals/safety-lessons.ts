import type { EvalFigure } from "./figure.ts";
import { readSampleLibrary } from "./retrieval-books.ts";
import { isFalseAlarm, screen, type Screened } from "./safety-engine.ts";
import { atMost, createTallies, shareFigure } from "./safety-figures.ts";
import type { LabelledRow } from "./safety-rows.ts";

const lessonSources = new Set(["eesh", "mgsm_mn", "sib_mn", "mn_seed"]);

/**
 * False alarms on what lessons are made of: a text counts once, however many ways it was refused. Labelled texts go in as
 * questions and as answers, paragraphs of the sample books as passages and as answers, their questions as questions.
 */
export async function measureLessons(rows: readonly LabelledRow[]): Promise<readonly EvalFigure[]> {
  const library = await readSampleLibrary();
  if (!library) console.error("skipped: the sample books are not built");
  const tallies = createTallies();
  const refusals: string[] = [];
  const measure = async (text: string, directions: readonly ("question" | "answer" | "passage")[]) => {
    const seen: Screened[] = [];
    for (const direction of directions) {
      const result = await screen(text, direction);
      tallies.count(`.${direction}s`, isFalseAlarm(result));
      seen.push(result);
    }
    const refused = seen.some((result) => isFalseAlarm(result));
    tallies.count("", refused);
    tallies.count(
      ".masked",
      seen.some(({ masked }) => masked),
    );
    if (refused) refusals.push(`${seen.flatMap(({ categories }) => categories).join()}: ${text.slice(0, 200)}`);
  };
  for (const { source, text } of rows) if (lessonSources.has(source)) await measure(text, ["question", "answer"]);
  for (const { text } of library?.passages ?? []) await measure(text, ["passage", "answer"]);
  for (const { question } of library?.questions ?? []) await measure(question, ["question"]);
  if (process.argv.includes("--show")) for (const line of refusals) console.error(`refused lesson · ${line}`);
  return [
    ...shareFigure("safety.lessons.false_alarms", tallies.of(""), atMost(0.01)),
    ...["questions", "answers", "passages", "masked"].flatMap((name) =>
      shareFigure(`safety.lessons.false_alarms.${name}`, tallies.of(`.${name}`)),
    ),
  ];
}
