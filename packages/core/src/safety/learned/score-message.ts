import { brotliDecompressSync } from "node:zlib";
import { type LearnedClass, learnedClasses, needsHelp } from "./learned-classes.ts";
import { messageFeatures, slots } from "./message-features.ts";
import { learnedWeights } from "./weights.ts";

/** How likely a message is not benign, 0..1, and what it then most likely is. */
export interface LearnedScore {
  readonly concern: number;
  readonly category: Exclude<LearnedClass, "benign">;
}

/** From which concern on a message counts as found. */
export const thresholdOf = (category: LearnedClass): number =>
  needsHelp.has(category) ? learnedWeights.threshold.help : learnedWeights.threshold.other;

const classCount = learnedClasses.length;
let table: Int8Array | undefined;

/** Of fewer features nothing can be told: a word or two, a table of numbers. */
const fewestFeatures = 24;

/** Scores one message by the learned weights: a linear model, some microseconds. Undefined for a text of hardly a word. */
export function scoreMessage(text: string): LearnedScore | undefined {
  const features = messageFeatures(text);
  if (features.length < fewestFeatures) return undefined;
  table ??= readTable();
  const norm = 1 / Math.sqrt(features.length);
  const sums = Float64Array.from(learnedWeights.bias);
  for (const slot of features) {
    for (let at = 0; at < classCount; at += 1) {
      sums[at] = (sums[at] ?? 0) + norm * (learnedWeights.scale[at] ?? 0) * (table[slot * classCount + at] ?? 0);
    }
  }
  const highest = Math.max(...sums);
  const shares = Array.from(sums, (sum) => Math.exp(sum - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const [benign = 0, ...concerns] = shares.map((share) => share / total);
  const category = learnedClasses[1 + concerns.indexOf(Math.max(...concerns))];
  return category === undefined || category === "benign" ? undefined : { concern: 1 - benign, category };
}

function readTable(): Int8Array {
  const bytes = brotliDecompressSync(Buffer.from(learnedWeights.table, "base64"), {
    maxOutputLength: slots * classCount,
  });
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
