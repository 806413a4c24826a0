import type { EvalFigure } from "./figure.ts";
import { measureLabelled } from "./safety-labelled.ts";
import { measureLatency } from "./safety-latency.ts";
import { measureLessons } from "./safety-lessons.ts";
import { measureOwn } from "./safety-own.ts";
import { readLabelledRows, readOwnRows } from "./safety-rows.ts";

/** Screening by rules alone, over our own rows and what lies in ../shared/eval. `--show` lists what went wrong in the open half. */
export async function run(): Promise<readonly EvalFigure[]> {
  const labelled = readLabelledRows();
  if (!labelled)
    console.error("skipped: no labelled rows at ../shared/eval/moderation (they lie beside the repository)");
  const own = readOwnRows();
  const messages = [...(labelled ?? []), ...own].map(({ text }) => text);
  return [
    ...(await measureOwn(own)),
    ...(await measureLabelled(labelled ?? [])),
    ...(await measureLessons(labelled ?? [])),
    ...(await measureLatency(messages)),
  ];
}
