import type { CostSettings } from "./bill.ts";

export interface CostOptions {
  readonly asJson: boolean;
  readonly users: readonly number[];
  readonly model: string | undefined;
  readonly changes: Partial<CostSettings>;
}

const defaultUsers = [10_000, 50_000, 100_000, 200_000, 500_000, 1_000_000];

/** `--json`, `--users 200000[,…]`, `--model ID`, `--set name=value` (again and again). Throws naming what it can't read. */
export function readOptions(args: readonly string[], settings: CostSettings): CostOptions {
  let [asJson, users, model]: [boolean, readonly number[], string | undefined] = [false, defaultUsers, undefined];
  const changes: Record<string, number> = {};
  for (let at = 0; at < args.length; at += 1) {
    const option = args[at];
    if (option === "--json") {
      asJson = true;
      continue;
    }
    const value = args[(at += 1)] ?? "";
    if (option === "--users") users = value.split(",").map((count) => positive(count, "--users"));
    else if (option === "--model") model = value;
    else if (option === "--set") {
      const [name = "", amount = ""] = value.split("=");
      if (!(name in settings)) throw new Error(`There is no setting "${name}": ${Object.keys(settings).join(", ")}`);
      changes[name] = atLeastZero(amount, name);
    } else throw new Error(`Unknown option ${option}`);
  }
  return { asJson, users, model, changes };
}

function atLeastZero(text: string, name: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`${name} must be a number, not "${text}"`);
  return value;
}

function positive(text: string, name: string): number {
  const value = atLeastZero(text, name);
  if (value < 1 || !Number.isInteger(value)) throw new Error(`${name} must be a whole number above 0, not "${text}"`);
  return value;
}
