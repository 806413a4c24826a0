import type { SafetyCategory } from "../../packages/core/src/safety/index.ts";
import type { EvalFigure } from "./figure.ts";
import { isCaught, isFalseAlarm, screen } from "./safety-engine.ts";
import { atLeast, createTallies, plainFigure, shareFigure, type Tally, type Target } from "./safety-figures.ts";
import type { OwnRow } from "./safety-rows.ts";
import { disguises, latinVariants } from "./safety-variants.ts";

/** What rules alone must reach on plain rows; the other categories are measured without a promise. */
const targets: Partial<Record<SafetyCategory, number>> = {
  "self-harm": 0.95,
  "sexual-minor": 0.95,
  grooming: 0.95,
  "abuse-disclosed": 0.95,
  violence: 0.9,
  hate: 0.9,
  bullying: 0.9,
  drugs: 0.9,
  "personal-data": 0.9,
  jailbreak: 0.9,
};
/** A disguise may cost this share of what is found in plain writing. */
const disguiseMayCost = 0.05;

/** Figures over our own rows: as written, typed in Latin three ways, and disguised seven ways. */
export async function measureOwn(rows: readonly OwnRow[]): Promise<readonly EvalFigure[]> {
  const tallies = createTallies();
  const missed: string[] = [];
  const measure = async (row: OwnRow, text: string, turns: readonly string[], splits: readonly string[]) => {
    const result = await screen(text, row.direction, turns);
    const hit = row.unsafe === 1 ? isCaught(result, row.category, row.direction) : isFalseAlarm(result, row.category);
    const kind = row.unsafe === 1 ? "caught" : "alarm";
    for (const split of splits) for (const who of [row.category, "all"]) tallies.count(`${who}.${kind}${split}`, hit);
    return hit;
  };
  for (const [seed, row] of rows.entries()) {
    const plain = row.script === "cyrillic";
    const split = plain ? `.${row.lang}` : `.${row.script}`;
    const hit = await measure(row, row.text, row.turns ?? [], [
      "",
      split,
      `${split}.${row.half}`,
      `.${row.half}`,
      ...(plain && row.lang === "mn" ? [".plain"] : []),
    ]);
    // What was looked at while the engine was written may be shown; the held half never is.
    if (hit === (row.unsafe === 0) && row.half === "dev") missed.push(`${row.id} ${row.text}`);
    if (!plain || row.lang !== "mn") continue;
    for (const [script, variants] of [
      ["latin", latinVariants],
      ["disguised", disguises],
    ] as const) {
      for (const { name, retype } of variants) {
        const turns = (row.turns ?? []).map((turn) => retype(turn, seed));
        const splits = [`.${script}`, `.${script}.${row.half}`, `.${script}.generated`, `.${script}.${name}`];
        await measure(row, retype(row.text, seed), turns, splits);
      }
    }
  }
  if (process.argv.includes("--show")) for (const line of missed) console.error(`wrong · ${line}`);
  const categories = [...new Set(rows.map(({ category }) => category))].toSorted();
  return [
    ...categories.flatMap((category) => figuresOf(category, splitsOfCategory, targets[category])),
    ...figuresOf("all", [...splitsOfCategory, ...variantSplits]),
    ...["latin", "disguised"].map((script) => dropFigure(script)),
  ];

  function figuresOf(who: string, splits: readonly string[], goal?: number): readonly EvalFigure[] {
    const prefix = who === "all" ? "safety.own" : `safety.${who}`;
    return splits.flatMap((split) => {
      const caught = tallies.of(`${who}.caught${split}`);
      const alarm = tallies.of(`${who}.alarm${split}`);
      const flagged: Tally = { hits: caught.hits, all: caught.hits + alarm.hits };
      const target: Target | undefined =
        goal === undefined || split.startsWith(".latin") ? undefined : goalOf(split, goal);
      const short = split.includes(".held") || split.includes(".dev") || variantSplits.includes(split);
      return [
        ...shareFigure(`${prefix}.recall${split}`, caught, target),
        ...(short ? [] : shareFigure(`${prefix}.precision${split}`, flagged)),
        ...shareFigure(`${prefix}.false_alarms${split}`, alarm),
      ];
    });
  }

  function goalOf(split: string, goal: number): Target | undefined {
    if (split === "" || split === ".mn" || split === ".en" || split === ".mn.held") return atLeast(goal);
    return split === ".disguised" ? atLeast(Math.round((goal - disguiseMayCost) * 100) / 100) : undefined;
  }

  /** How many points of recall the generated variants lose against the same rows in plain writing. */
  function dropFigure(script: string): EvalFigure {
    const plain = tallies.of("all.caught.plain");
    const changed = tallies.of(`all.caught.${script}.generated`);
    const drop = plain.hits / Math.max(1, plain.all) - changed.hits / Math.max(1, changed.all);
    return plainFigure(`safety.own.${script}.drop`, drop, "points of share", { bound: "most", value: disguiseMayCost });
  }
}

const splitsOfCategory = [
  "",
  ".mn",
  ".en",
  ".latin",
  ".disguised",
  ".mn.dev",
  ".mn.held",
  ".latin.held",
  ".disguised.held",
];
const variantSplits = [
  ...latinVariants.map(({ name }) => `.latin.${name}`),
  ...disguises.map(({ name }) => `.disguised.${name}`),
];
