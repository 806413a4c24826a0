import { type BillInput, type CostSettings, monthlyBill } from "./bill.ts";

/** US dollars of an active user and month: what the product may cost. */
export const targetUsd = 0.028;

interface Lever {
  readonly name: string;
  /** The change that is shown. */
  readonly change: string;
  readonly pull: (input: BillInput) => BillInput;
  /** The same lever at a strength from 0 (as it is) to 1 (as far as it goes), to find where the target is met. */
  readonly at: (input: BillInput, strength: number) => { readonly input: BillInput; readonly says: string };
}

const withSettings = (input: BillInput, changes: Partial<CostSettings>): BillInput => ({
  ...input,
  settings: { ...input.settings, ...changes },
});

const withModelPrice = (input: BillInput, factor: number): BillInput => ({
  ...input,
  prices: {
    ...input.prices,
    inputUsdPerMTokens: input.prices.inputUsdPerMTokens * factor,
    outputUsdPerMTokens: input.prices.outputUsdPerMTokens * factor,
  },
});

/** From the value in force towards `end`, as far as `strength` says. */
const towards = (from: number, end: number, strength: number): number => from + (end - from) * strength;
const round = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;

function settingLever(
  key: keyof CostSettings,
  words: { readonly name: string; readonly change: string },
  { pulled, end }: { readonly pulled: (value: number) => number; readonly end: number },
): Lever {
  return {
    ...words,
    pull: (input) => withSettings(input, { [key]: pulled(input.settings[key]) }),
    at(input, strength) {
      const value = towards(input.settings[key], end, strength);
      return { input: withSettings(input, { [key]: value }), says: `${words.name} ${round(value)}` };
    },
  };
}

export const levers: readonly Lever[] = [
  settingLever(
    "cacheHitShare",
    { name: "share of answers from the cache", change: "+0.2" },
    { pulled: (share) => Math.min(1, share + 0.2), end: 0.9 },
  ),
  settingLever(
    "outputTokens",
    { name: "output tokens", change: "a quarter fewer" },
    { pulled: (tokens) => tokens * 0.75, end: 60 },
  ),
  settingLever(
    "passagesInPrompt",
    { name: "passages in the prompt", change: "3" },
    { pulled: (count) => Math.min(count, 3), end: 1 },
  ),
  {
    name: "model price",
    change: "halved",
    pull: (input) => withModelPrice(input, 0.5),
    at(input, strength) {
      const changed = withModelPrice(input, 1 - strength);
      const { inputUsdPerMTokens, outputUsdPerMTokens } = changed.prices;
      return {
        input: changed,
        says: `model price $${round(inputUsdPerMTokens, 3)} / $${round(outputUsdPerMTokens, 3)}`,
      };
    },
  },
  settingLever(
    "questionsADay",
    { name: "questions a day", change: "one fewer" },
    { pulled: (count) => Math.max(0, count - 1), end: 1 },
  ),
  settingLever(
    "recordBatch",
    { name: "questions in a batch", change: "1 (no batches)" },
    { pulled: () => 1, end: 1_000 },
  ),
  settingLever(
    "chatMemoryGb",
    { name: "memory of the chat function (GB)", change: "halved" },
    { pulled: (gb) => gb / 2, end: 0.125 },
  ),
];

export interface LeverEffect {
  readonly name: string;
  readonly change: string;
  /** Dollars a user and month; negative: cheaper. */
  readonly perUser: number;
}

/** What each lever moves, alone, of one user's month. */
export function leverEffects(dailyUsers: number, input: BillInput): readonly LeverEffect[] {
  const now = monthlyBill(dailyUsers, input).perUser;
  return levers.map(({ name, change, pull }) => ({
    name,
    change,
    perUser: monthlyBill(dailyUsers, pull(input)).perUser - now,
  }));
}

/** The three levers that are ours alone to pull, together: no other model, no child who asks less. */
export function ownLevers(input: BillInput): BillInput {
  return levers.slice(0, 3).reduce((changed, { pull }) => pull(changed), input);
}

/** Which single change would meet the target, each as far as it must go; empty when none can, or when it is met. */
export function whatIsMissing(dailyUsers: number, input: BillInput, target = targetUsd): readonly string[] {
  const meets = (given: BillInput) => monthlyBill(dailyUsers, given).perUser <= target;
  if (meets(input)) return [];
  return levers.flatMap(({ at }) => {
    if (!meets(at(input, 1).input)) return [];
    let [low, high] = [0, 1];
    for (let step = 0; step < 30; step += 1) {
      const middle = (low + high) / 2;
      if (meets(at(input, middle).input)) high = middle;
      else low = middle;
    }
    return [at(input, high).says];
  });
}
