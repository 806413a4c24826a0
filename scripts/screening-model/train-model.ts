import { learnedClasses } from "../../packages/core/src/safety/learned/learned-classes.ts";
import { slots } from "../../packages/core/src/safety/learned/message-features.ts";

export interface Example {
  readonly features: readonly number[];
  /** Index in `learnedClasses`. */
  readonly kind: number;
}

export interface Model {
  /** By slot, then class. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const kinds = learnedClasses.length;
const epochs = 12;
const rate = 0.5;
const decay = 3e-3;

/** Multinomial logistic regression by AdaGrad, frequent classes weighed down. The same examples give the same model. */
export function trainModel(examples: readonly Example[]): Model {
  const weights = new Float32Array(slots * kinds);
  const bias = new Float32Array(kinds);
  const weightSums = new Float32Array(slots * kinds).fill(1e-6);
  const biasSums = new Float32Array(kinds).fill(1e-6);
  const importance = importanceOf(examples);
  const order = examples.map((_, index) => index);
  const random = randomFrom(20_261_121);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const { features, kind } = examples[index] ?? { features: [], kind: 0 };
      const norm = 1 / Math.sqrt(features.length);
      const shares = sharesOf({ weights, bias }, features);
      for (let at = 0; at < kinds; at += 1) {
        const slope = (importance[kind] ?? 1) * ((shares[at] ?? 0) - (at === kind ? 1 : 0));
        if (Math.abs(slope) < 1e-4) continue;
        biasSums[at] = (biasSums[at] ?? 0) + slope * slope;
        bias[at] = (bias[at] ?? 0) - (rate * slope) / Math.sqrt(biasSums[at] ?? 1);
        for (const slot of features) {
          const place = slot * kinds + at;
          const step = slope * norm + decay * (weights[place] ?? 0);
          weightSums[place] = (weightSums[place] ?? 0) + step * step;
          weights[place] = (weights[place] ?? 0) - (rate * step) / Math.sqrt(weightSums[place] ?? 1);
        }
      }
    }
  }
  return { weights, bias };
}

/** How likely an example is not benign, and which kind it then most likely is. */
export function concernOf(
  model: Model,
  features: readonly number[],
): { readonly concern: number; readonly kind: number } {
  const [benign = 1, ...concerns] = sharesOf(model, features);
  return { concern: 1 - benign, kind: 1 + concerns.indexOf(Math.max(...concerns)) };
}

function sharesOf({ weights, bias }: Model, features: readonly number[]): readonly number[] {
  const norm = 1 / Math.sqrt(Math.max(1, features.length));
  const sums = Array.from(bias);
  for (const slot of features) {
    for (let at = 0; at < kinds; at += 1) sums[at] = (sums[at] ?? 0) + norm * (weights[slot * kinds + at] ?? 0);
  }
  const highest = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

function importanceOf(examples: readonly Example[]): readonly number[] {
  const counts = Array.from({ length: kinds }, (_, kind) => examples.filter((each) => each.kind === kind).length);
  return counts.map((count) => (count === 0 ? 0 : Math.min(1, Math.sqrt(examples.length / kinds / count))));
}

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
}

/** A linear congruential generator (Numerical Recipes): the same numbers on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
