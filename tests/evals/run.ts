import type { EvalFigure } from "./figure.ts";

/**
 * `npm run eval`, `npm run eval -- NAME`, `npm run eval -- NAME --json` (one JSON object a figure). With `--strict` a figure
 * that misses its target fails the run.
 */
const evals: Readonly<Record<string, () => Promise<{ run(): Promise<readonly EvalFigure[]> }>>> = {
  retrieval: () => import("./retrieval.ts"),
  ingestion: () => import("./ingestion.ts"),
  safety: () => import("./safety.ts"),
};

async function main(args: readonly string[]): Promise<void> {
  const write = args.includes("--json") ? asJson : asLine;
  const wanted = args.filter((arg) => !arg.startsWith("--"));
  const unknown = wanted.filter((name) => !(name in evals));
  if (unknown.length > 0) {
    console.error(`There is no evaluation "${unknown.join(", ")}". There are: ${Object.keys(evals).join(", ")}.`);
    process.exitCode = 1;
    return;
  }
  for (const [name, load] of Object.entries(evals)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { run } = await load();
    for (const figure of await run()) {
      console.log(write(figure));
      if (figure.reached === false && args.includes("--strict")) process.exitCode = 1;
    }
  }
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Value ÷ baseline; null where there is no baseline to divide by. */
function ratioOf({ value, baseline }: EvalFigure): number | null {
  return baseline === undefined || baseline === 0 ? null : rounded(value / baseline);
}

function asJson(figure: EvalFigure): string {
  const { name, value, unit = "share", baseline, mustReach, reached, of, interval } = figure;
  return JSON.stringify({
    name,
    value: rounded(value),
    unit,
    baseline: baseline === undefined ? null : rounded(baseline),
    ratio: ratioOf(figure),
    ...(interval === undefined ? {} : { of, low: rounded(interval[0]), high: rounded(interval[1]) }),
    ...(mustReach === undefined ? {} : { mustReach }),
    ...(reached === undefined ? {} : { reached }),
  });
}

function asLine(figure: EvalFigure): string {
  const { name, value, unit = "", baseline, mustReach, reached, of, interval } = figure;
  const beside = [
    unit,
    baseline === undefined ? "" : `baseline ${rounded(baseline)}   ratio ${ratioOf(figure) ?? "–"}`,
    interval === undefined ? "" : `${interval.map((end) => end.toFixed(3)).join("–")} of ${of ?? 0}`,
    mustReach === undefined ? "" : `must reach ${mustReach}`,
    reached === false ? "MISSED" : "",
  ].filter((part) => part !== "");
  return `${name.padEnd(44)} ${String(rounded(value)).padStart(10)}   ${beside.join("   ")}`.trimEnd();
}

await main(process.argv.slice(2));
