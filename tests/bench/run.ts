import type { Figure } from "./figure.ts";

/** `npm run bench`, `npm run bench -- NAME`, `npm run bench -- NAME --json` (one JSON object a figure). */
const benches: Readonly<Record<string, () => Promise<{ run(): Promise<readonly Figure[]> }>>> = {
  "page-weight": () => import("./page-weight.ts"),
  "chat-overhead": () => import("./chat-overhead.ts"),
  "exchange-writes": () => import("./exchange-writes.ts"),
  failover: () => import("./failover.ts"),
  "cold-load": () => import("./cold-load.ts"),
  retrieval: () => import("./retrieval.ts"),
  ingestion: () => import("./ingestion.ts"),
  screening: () => import("./screening.ts"),
};

async function main(args: readonly string[]): Promise<void> {
  const asJson = args.includes("--json");
  const wanted = args.filter((arg) => !arg.startsWith("--"));
  const unknown = wanted.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    console.error(`There is no figure "${unknown.join(", ")}". There are: ${Object.keys(benches).join(", ")}.`);
    process.exitCode = 1;
    return;
  }
  for (const [name, load] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { run } = await load();
    for (const figure of await run()) console.log(asJson ? JSON.stringify(figure) : line(figure));
  }
}

const line = ({ name, value, unit, baseline, ratio }: Figure): string =>
  `${name.padEnd(32)} ${String(value).padStart(10)} ${unit.padEnd(9)} baseline ${String(baseline).padStart(10)}   ratio ${ratio}`;

await main(process.argv.slice(2));
