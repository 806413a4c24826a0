import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EvalFigure } from "./figure.ts";
import { pdfFolder } from "./ingestion-data.ts";

interface Measured {
  readonly ended: string;
  readonly pages: number;
  readonly ms: number;
  /** Time of processor cores, in all and until the file was open. */
  readonly cpuMs: number;
  readonly openCpuMs: number;
  readonly peakMib: number;
}

const child = fileURLToPath(new URL("ingestion-process.ts", import.meta.url));

function measure(what: "text" | "images" | "both", file: string): Measured {
  const run = spawnSync(process.execPath, [child, what, file], {
    encoding: "utf8",
    timeout: 120_000,
    // As `npm run` and the ingestion function set it.
    env: { ...process.env, MALLOC_ARENA_MAX: "2" },
  });
  if (run.status !== 0) throw new Error(`${file} could not be measured: ${run.stderr}`);
  return JSON.parse(run.stdout) as Measured;
}

/** The cheapest of three: what else the machine does only ever makes a run dearer. */
function best(what: "text" | "images", file: string): Measured {
  const [fastest] = [1, 2, 3].map(() => measure(what, file)).sort((a, b) => a.cpuMs - b.cpuMs);
  if (fastest === undefined) throw new Error("nothing was measured");
  return fastest;
}

/** A long clean book: text alone, images alone, and both together as ingestion does it, each in a process of its own. */
export function measureSpeed(): readonly EvalFigure[] {
  const book = `${pdfFolder}mn_lshort.pdf`;
  if (!existsSync(book)) return [];
  const text = best("text", book);
  const images = best("images", book);
  const both = measure("both", book);
  // Per core: time of processors, so that threads side by side count in full and other programs not at all.
  const msPerPage = ({ cpuMs, openCpuMs, pages }: Measured) => (cpuMs - openCpuMs) / pages;
  return [
    { name: "speed.text.pages_per_s", value: 1000 / msPerPage(text), unit: "pages/s of a core", mustReach: "≥ 60" },
    { name: "speed.image.ms_per_page", value: msPerPage(images), unit: "ms/page of a core", mustReach: "≤ 120" },
    { name: "speed.open.ms", value: text.openCpuMs, unit: "ms of a core" },
    {
      name: "speed.peak.mib",
      value: Math.max(text.peakMib, images.peakMib, both.peakMib),
      unit: "MiB",
      mustReach: "≤ 700",
    },
  ];
}

/** Files that mean harm: how they ended, how long that took, and how much memory the whole process held. */
export function measureHostile(): readonly EvalFigure[] {
  const folder = `${pdfFolder}hostile/`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".pdf"))
    .flatMap((name): EvalFigure[] => {
      const { ended, ms, peakMib } = measure("both", folder + name);
      const opens = name === "enc_owner.pdf";
      const slug = `hostile.${name.replace(/\.pdf$/, "")}`;
      return [
        // 1: ended as it must, with a reason of its own or, for what only an owner locked, by being read.
        { name: `${slug}.${ended}`, value: (ended === "read") === opens ? 1 : 0, mustReach: "1" },
        { name: `${slug}.s`, value: ms / 1000, unit: "s", mustReach: "≤ 20" },
        { name: `${slug}.peak_mib`, value: peakMib, unit: "MiB", mustReach: "≤ 1024" },
      ];
    });
}
