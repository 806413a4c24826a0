import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Evaluation data lies beside the repository, never in it. */
export const evalFolder = fileURLToPath(new URL("../../../shared/eval/", import.meta.url));

export interface SearchSet {
  readonly name: string;
  readonly texts: readonly { readonly id: string; readonly text: string }[];
  readonly questions: readonly { readonly question: string; readonly answers: ReadonlySet<string> }[];
}

interface Row {
  readonly _id: string;
  readonly text: string;
}

/** One set in BEIR layout; undefined where the data is not there. */
export function readSearchSet(name: string): SearchSet | undefined {
  const folder = `${evalFolder}retrieval/${name}/`;
  if (!existsSync(folder)) return undefined;
  const rows = (file: string): readonly Row[] => lines(`${folder}${file}.jsonl`).map((line) => JSON.parse(line) as Row);
  const answers = new Map<string, Set<string>>();
  for (const line of lines(`${folder}qrels.tsv`)) {
    const [question = "", answer = "", score] = line.split("\t");
    if (Number(score) > 0) answers.set(question, (answers.get(question) ?? new Set()).add(answer));
  }
  return {
    name,
    texts: rows("corpus").map(({ _id, text }) => ({ id: _id, text })),
    questions: rows("queries").flatMap(({ _id, text }) => {
      const found = answers.get(_id);
      return found ? [{ question: text, answers: found }] : [];
    }),
  };
}

const lines = (file: string): readonly string[] => readFileSync(file, "utf8").trim().split("\n");
