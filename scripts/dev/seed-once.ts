import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LoadModule } from "./functions.ts";
import { projectDir } from "./options.ts";

/** What a seed tells people who start it. */
export interface SeedSummary {
  readonly signIns?: readonly { readonly who: string; readonly how: string }[];
}

const seedFile = join(projectDir, "scripts/seed.ts");
const sampleData = join(projectDir, "scripts/sample-data");

/** Fills an empty home with the sample school; again only when the seed itself has changed. It changes nothing twice. */
export async function seedOnce(dir: string, load: LoadModule): Promise<SeedSummary> {
  if (!existsSync(seedFile)) return {};
  const marker = join(dir, "seeded.json");
  const version = seedVersion();
  const last = readMarker(marker);
  if (last?.version === version) return last.summary;
  console.log("Filling in the sample school and its textbooks…");
  const { seed } = (await load(seedFile)) as { seed: () => Promise<SeedSummary> };
  const summary = await seed();
  writeFileSync(marker, JSON.stringify({ version, summary }), { mode: 0o600 });
  return summary;
}

function readMarker(marker: string): { version: string; summary: SeedSummary } | undefined {
  if (!existsSync(marker)) return undefined;
  return JSON.parse(readFileSync(marker, "utf8")) as { version: string; summary: SeedSummary };
}

function seedVersion(): string {
  const hash = createHash("sha256").update(readFileSync(seedFile));
  const entries = existsSync(sampleData) ? readdirSync(sampleData, { recursive: true, encoding: "utf8" }) : [];
  for (const entry of entries.toSorted()) hash.update(`${entry} ${statSync(join(sampleData, entry)).size}`);
  return hash.digest("hex");
}
