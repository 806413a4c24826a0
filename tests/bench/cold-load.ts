import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { type Figure, figure } from "./figure.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const functions = ["chat", "ingest-textbook", "record-interactions"] as const;
const runs = 7;

/** Native parts and worker files that a Lambda carries beside its bundle. */
const beside = ["sharp", "sqlite-vec", "pdfjs-dist", "@hyzyla/pdfium", "tesseract.js"];

/**
 * `cold-load.<function>` (ms to import the bundle in a fresh process, median; baseline: a process that imports nothing) and
 * `cold-load.<function>.kib` (bundle, minified; baseline: gzipped).
 */
export async function run(): Promise<readonly Figure[]> {
  // Inside the project, so that the packages beside the bundle are found.
  const dir = await mkdtemp(join(root, "node_modules/.cold-load-"));
  try {
    const empty = join(dir, "empty.mjs");
    await writeFile(empty, "export {};\n");
    const floorMs = await importMs(empty);
    const figures: Figure[] = [];
    for (const name of functions) {
      const outfile = join(dir, `${name}.mjs`);
      await bundle(name, outfile);
      const ms = await importMs(outfile);
      const { size } = await stat(outfile);
      const gzipped = gzipSync(await readFile(outfile)).length;
      figures.push(figure(`cold-load.${name}`, ms, "ms", floorMs));
      figures.push(figure(`cold-load.${name}.kib`, size / 1_024, "KiB", gzipped / 1_024));
    }
    return figures;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function bundle(name: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [join(root, `packages/functions/src/${name}.ts`)],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node24",
    format: "esm",
    mainFields: ["module", "main"],
    external: [...beside],
    define: { "process.env.NODE_ENV": '"production"' },
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    logLevel: "error",
  });
}

/** Median time of importing a module in processes of its own, measured inside them. */
async function importMs(file: string): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < runs; index += 1) times.push(await importOnce(file));
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

function importOnce(file: string): Promise<number> {
  const code = `globalThis.awslambda={streamifyResponse:(f)=>f,HttpResponseStream:{from:(s)=>s}};
    const t=performance.now();await import(${JSON.stringify(pathToFileURL(file).href)});console.log(performance.now()-t);process.exit(0)`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.on("error", reject);
    child.on("close", (exitCode) => {
      const ms = Number(out.trim().split("\n").at(-1));
      if (exitCode === 0 && Number.isFinite(ms)) resolve(ms);
      else reject(new Error(`${file} could not be imported (exit ${exitCode})`));
    });
  });
}
