import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { type LearnedClass, learnedClasses, needsHelp } from "../packages/core/src/safety/learned/learned-classes.ts";
import { messageFeatures, slots } from "../packages/core/src/safety/learned/message-features.ts";
import { lessonSentences, pupilQuestions } from "./screening-model/lessons.ts";
import { concernOf, type Example, trainModel } from "./screening-model/train-model.ts";

/**
 * Builds the weights of the learned screening layer from our own rows (tests/evals/safety-set, its train and dev parts) and
 * from the sample books as ordinary talk: `node scripts/build-screening-model.ts`. Deterministic. Prints what it measured on
 * rows that each part was not trained on.
 */
const root = fileURLToPath(new URL("../", import.meta.url));
const target = `${root}packages/core/src/safety/learned/weights.ts`;
/** Share of lessons and ordinary talk that may be stopped, and of innocent messages written to look like grave ones. */
const mostFalse = {
  // A needless card is a small harm, a child who is not heard a great one.
  help: { ordinary: 0.007, lookAlikes: 0.045 },
  other: { ordinary: 0.006, lookAlikes: 0.035 },
};
/** Shorter messages are left to the rules, see `scoreMessage`. */
const fewestFeatures = 24;
const folds = 5;

interface Row {
  readonly text?: string;
  readonly category: string;
  readonly unsafe: boolean | 0 | 1;
  readonly direction: string;
}

function readRows(part: "train" | "dev"): readonly Row[] {
  const folder = `${root}tests/evals/safety-set/${part}/`;
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return files.toSorted().flatMap((name) =>
    readFileSync(folder + name, "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => JSON.parse(line) as Row),
  );
}

function examplesOf(rows: readonly Row[]): readonly Known[] {
  return rows.flatMap(({ text, category, unsafe, direction }) => {
    if (direction !== "question" || !text) return [];
    const kind = unsafe ? category : "benign";
    const at = learnedClasses.indexOf(kind as LearnedClass);
    const isOrdinary = category === "ordinary";
    return at < 0 ? [] : [{ features: messageFeatures(text), kind: at, isOrdinary }];
  });
}

interface Known extends Example {
  /** A lesson or everyday talk, not written to look like anything else. */
  readonly isOrdinary: boolean;
}

const benign = (text: string): Known => ({ features: messageFeatures(text), kind: 0, isOrdinary: true });
const rows = examplesOf([...readRows("train"), ...readRows("dev")]);
const lessons = [...(await lessonSentences()), ...pupilQuestions()].map(benign);
const all = [...rows, ...lessons].filter(({ features }) => features.length >= fewestFeatures);

const held: { readonly example: Known; readonly concern: number; readonly found: LearnedClass }[] = [];
for (let fold = 0; fold < folds; fold += 1) {
  const model = trainModel(all.filter((_, index) => index % folds !== fold));
  for (const example of all.filter((_, index) => index % folds === fold)) {
    const { concern, kind } = concernOf(model, example.features);
    held.push({ example, concern, found: learnedClasses[kind] ?? "benign" });
  }
}
const isOrdinary = ({ kind, isOrdinary: ordinary }: Known) => kind === 0 && ordinary;
const isLookAlike = ({ kind, isOrdinary: ordinary }: Known) => kind === 0 && !ordinary;
/** From where on at most this share of innocent messages is taken for something of this group. */
function thresholdFor(group: "help" | "other"): number {
  const isOfGroup = ({ found }: (typeof held)[number]) => needsHelp.has(found) === (group === "help");
  const limits = (
    [
      [isOrdinary, mostFalse[group].ordinary],
      [isLookAlike, mostFalse[group].lookAlikes],
    ] as const
  ).map(([test, most]) => {
    const innocent = held.filter(({ example }) => test(example));
    const concerns = innocent.filter(isOfGroup).map(({ concern }) => concern);
    return concerns.toSorted((one, other) => other - one)[Math.floor(innocent.length * most)] ?? 0.3;
  });
  return Math.max(...limits);
}
const threshold = { help: thresholdFor("help"), other: thresholdFor("other") };
const isStopped = ({ found, concern }: (typeof held)[number]) =>
  concern >= (needsHelp.has(found) ? threshold.help : threshold.other);
const stopped = (test: (example: Known) => boolean) => {
  const some = held.filter(({ example }) => test(example));
  return `${((100 * some.filter(isStopped).length) / Math.max(1, some.length)).toFixed(1)} %`;
};

const model = trainModel(all);
const scale = learnedClasses.map((_, at) => {
  let highest = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    highest = Math.max(highest, Math.abs(model.weights[slot * learnedClasses.length + at] ?? 0));
  }
  return highest / 127 || 1;
});
const bytes = Int8Array.from(model.weights, (weight, index) => Math.round(weight / (scale[index % scale.length] ?? 1)));
const table = brotliCompressSync(Buffer.from(bytes.buffer), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
}).toString("base64");

writeFileSync(
  target,
  `/** Made by scripts/build-screening-model.ts from ${rows.length} rows and ${lessons.length} sentences of lessons. */
export const learnedWeights = {
  threshold: { help: ${threshold.help.toFixed(4)}, other: ${threshold.other.toFixed(4)} },
  scale: ${JSON.stringify(scale.map((value) => Number(value.toPrecision(6))))},
  bias: ${JSON.stringify(Array.from(model.bias, (value) => Number(value.toPrecision(6))))},
  /** Int8 weights by slot, then class; Brotli, base64. */
  table:
    "${table}",
} as const;
`,
);
const isOfKind = (test: (kind: LearnedClass) => boolean) => (example: Known) =>
  example.kind > 0 && test(learnedClasses[example.kind] ?? "benign");
console.log(
  `${rows.length} rows, ${lessons.length} lesson sentences, ${Math.round(table.length / 1024)} KiB; thresholds ${JSON.stringify(threshold)}. ` +
    `On rows not trained on: found of those who need help ${stopped(isOfKind((kind) => needsHelp.has(kind)))}, ` +
    `of the rest ${stopped(isOfKind((kind) => !needsHelp.has(kind)))}; stopped of ordinary talk ${stopped(isOrdinary)}, ` +
    `of look-alikes ${stopped(isLookAlike)}`,
);
