import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SeedSummary } from "../seed.ts";
import type { LoadModule } from "./functions.ts";
import { projectDir } from "./options.ts";

const seedFile = join(projectDir, "scripts/seed.ts");
const sampleData = join(projectDir, "scripts/sample-data");

type SignIns = SeedSummary["signIns"];

/**
 * Fills an empty home with the sample school; again only when the seed itself has changed. It changes nothing twice.
 * @returns how to sign in to it
 */
export async function seedOnce(dir: string, load: LoadModule): Promise<SignIns> {
  const marker = join(dir, "seeded.json");
  const version = seedVersion();
  const last = readMarker(marker);
  if (last?.version === version) return last.signIns;
  console.log("Filling in the sample school and its textbooks…");
  const { seed } = (await load(seedFile)) as { seed: () => Promise<SeedSummary> };
  const { signIns } = await seed();
  writeFileSync(marker, JSON.stringify({ version, signIns }), { mode: 0o600 });
  return signIns;
}

function readMarker(marker: string): { version: string; signIns: SignIns } | undefined {
  if (!existsSync(marker)) return undefined;
  return JSON.parse(readFileSync(marker, "utf8")) as { version: string; signIns: SignIns };
}

function seedVersion(): string {
  const hash = createHash("sha256").update(readFileSync(seedFile));
  const files = readdirSync(sampleData, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
    hash.update(file.slice(sampleData.length)).update(readFileSync(file));
  }
  return hash.digest("hex");
}
