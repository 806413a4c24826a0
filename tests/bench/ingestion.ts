import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Figure, figure } from "./figure.ts";

const book = fileURLToPath(new URL("../../scripts/sample-data/books/pdf/biologi-8.pdf", import.meta.url));
const worker = fileURLToPath(new URL("ingestion-child.ts", import.meta.url));

interface Measured {
  readonly pages: number;
  readonly ms: number;
  readonly peakMib: number;
}

/**
 * How fast a book is read, and with how much memory: text, layout, both images of every page and the passages, in a
 * process of its own. Baseline: pdf.js taking the bare text out of the same file, likewise.
 */
export async function run(): Promise<Figure[]> {
  const bare = best("bare");
  const ours = best("ingest");
  const speed = (measured: Measured) => measured.pages / (measured.ms / 1000);
  return [
    figure("ingestion.pages_per_s", speed(ours), "pages/s", speed(bare)),
    figure("ingestion.peak_mib", ours.peakMib, "MiB", bare.peakMib),
  ];
}

/** The fastest of three: what else the machine does only ever slows a run down. */
function best(what: "bare" | "ingest"): Measured {
  const runs = [1, 2, 3].map(() => measure(what)).sort((a, b) => a.ms - b.ms);
  const [fastest] = runs;
  if (fastest === undefined) throw new Error("nothing was measured");
  return fastest;
}

function measure(what: "bare" | "ingest"): Measured {
  const child = spawnSync(process.execPath, [worker, what, book], {
    encoding: "utf8",
    // As `npm run` and the ingestion function set it.
    env: { ...process.env, MALLOC_ARENA_MAX: "2" },
  });
  if (child.status !== 0) throw new Error(`the measured process failed: ${child.stderr}`);
  return JSON.parse(child.stdout) as Measured;
}
