import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { SafetyCategory } from "../../packages/core/src/safety/index.ts";

/** Where a row stands: the engine's writers may look at `dev` rows and never at `held` ones. */
export type Half = "dev" | "held";
export type Script = "cyrillic" | "latin" | "disguised";

/** One line of tests/evals/safety-set (the README there says how it was written). */
export interface OwnRow {
  /** `sh-017-u`, `sh-017-b`: category, number, unsafe or benign. Odd numbers are `held`, even ones `dev`. */
  readonly id: string;
  readonly lang: "mn" | "en";
  readonly script: Script;
  readonly category: SafetyCategory;
  readonly unsafe: 0 | 1;
  readonly direction: "question" | "answer" | "passage" | "conversation";
  readonly text: string;
  /** What the pupil wrote before, oldest first; `text` is the last message. */
  readonly turns?: readonly string[];
  /** Shared by an unsafe row and its benign look-alike. */
  readonly pair: string;
  /** A place where nobody's data was at hand: written by us alone. */
  readonly thin?: true;
  /** Why the label is right, where one may doubt it. */
  readonly why?: string;
  readonly half: Half;
}

const ownFolder = new URL("./safety-set/", import.meta.url);

export function readOwnRows(): readonly OwnRow[] {
  return (["dev", "held"] as const).flatMap((half) => {
    const folder = new URL(`${half}/`, ownFolder);
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
    return files
      .toSorted()
      .flatMap((name) =>
        lines(new URL(name, folder)).map((line) => ({ ...(JSON.parse(line) as Omit<OwnRow, "half">), half })),
      );
  });
}

/** One line of ../shared/eval/moderation/labelled.jsonl. */
export interface LabelledRow {
  readonly id: string;
  readonly source: string;
  readonly lang: "mn" | "en";
  readonly category: string;
  readonly unsafe: 0 | 1;
  readonly text: string;
}

const labelledFile = new URL("../../../shared/eval/moderation/labelled.jsonl", import.meta.url);

/** Undefined in a plain clone: the data lies beside the repository. */
export function readLabelledRows(): readonly LabelledRow[] | undefined {
  if (!existsSync(labelledFile)) return undefined;
  return lines(labelledFile).map((line) => JSON.parse(line) as LabelledRow);
}

/** What the sources' own labels are called here. A row with several counts for each. */
const names: Readonly<Record<string, SafetyCategory>> = {
  hate: "hate",
  hate_threat: "hate",
  hate_speech: "hate",
  discrimination: "hate",
  harassment: "bullying",
  self_harm: "self-harm",
  violence: "violence",
  violence_graphic: "violence",
  sexual: "sexual",
  jailbreak: "jailbreak",
  pii: "personal-data",
};

export const categoriesOf = ({ category, unsafe }: LabelledRow): readonly SafetyCategory[] =>
  unsafe === 0 ? [] : [...new Set(category.split("|").flatMap((label) => names[label] ?? []))];

const lines = (file: URL): readonly string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
