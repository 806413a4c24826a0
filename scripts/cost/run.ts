import { readFileSync } from "node:fs";
import { type BillInput, type CostSettings, inputTokens, type Measured, monthlyBill } from "./bill.ts";
import { leverEffects, ownLevers, targetUsd, whatIsMissing } from "./levers.ts";
import { modelInForce } from "./model-in-force.ts";
import { readOptions } from "./options.ts";
import { oldPrices, type PriceFile, pricesFor, readPriceFile } from "./prices.ts";

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const dollars = (usd: number): string => `$${usd.toLocaleString("en-GB", { maximumFractionDigits: 0 })}`;
const fine = (usd: number): string => `${usd < 0 ? "-" : ""}$${Math.abs(usd).toFixed(5)}`;

/** `npm run cost`, `-- --json` (one JSON object a figure), `-- --users N[,N]`, `-- --model ID`, `-- --set name=value`. */
function main(args: readonly string[]): void {
  const known = json("./settings.json") as { readonly values: CostSettings };
  const measured = json("./measured.json") as Measured & { readonly measuredOn: string };
  const { asJson, users, model: asked, changes } = readOptions(args, known.values);
  const file = readPriceFile(json("./prices.json"));
  const model = asked ?? modelInForce(process.env, json("../../packages/functions/src/models-default.json"));
  const input: BillInput = { settings: { ...known.values, ...changes }, measured, prices: pricesFor(model, file) };
  if (asJson) {
    for (const line of figures(users, input)) console.log(JSON.stringify(line));
  } else {
    console.log(
      `Model ${model} · ${Math.round(inputTokens(input.settings, measured))} tokens in, ${input.settings.outputTokens} out · ${input.settings.questionsADay} questions on ${input.settings.activeDaysAMonth} days · measured ${measured.measuredOn}\n`,
    );
    printBills(users, input);
    const shown = users.includes(200_000) ? 200_000 : (users[0] ?? 200_000);
    printLevers(shown, input);
    printModels(shown, input, file);
  }
  const old = oldPrices(model, file, Date.now());
  if (old.length > 0) console.error(`\nPrices to look at again (older than 90 days):\n  ${old.join("\n  ")}`);
}

/** In the shape of `npm run bench`; the baseline is what the users may cost. */
function figures(users: readonly number[], input: BillInput) {
  return users.flatMap((count) => {
    const { total, perUser, services } = monthlyBill(count, input);
    const figure = (name: string, value: number, baseline: number) => ({
      name: `cost.${count}.${name}`,
      value: Number(value.toFixed(5)),
      unit: "USD/month",
      baseline,
      ratio: Number((value / baseline).toFixed(3)),
    });
    const perService = Object.entries(services).map(([name, usd]) => figure(name, usd, targetUsd * count));
    return [figure("total", total, targetUsd * count), figure("per_user", perUser, targetUsd), ...perService];
  });
}

function printBills(users: readonly number[], input: BillInput): void {
  const bills = users.map((count) => monthlyBill(count, input));
  const row = (name: string, cells: readonly string[]) =>
    console.log(name.padEnd(22) + cells.map((cell) => cell.padStart(12)).join(""));
  row(
    "daily users",
    users.map((count) => count.toLocaleString("en-GB")),
  );
  for (const name of Object.keys(bills[0]?.services ?? {}))
    row(
      name,
      bills.map(({ services }) => dollars(services[name] ?? 0)),
    );
  row(
    "total a month",
    bills.map(({ total }) => dollars(total)),
  );
  row(
    "per user and month",
    bills.map(({ perUser }) => fine(perUser)),
  );
}

function printLevers(dailyUsers: number, input: BillInput): void {
  const { perUser } = monthlyBill(dailyUsers, input);
  console.log(`\nWhat moves it (per user and month, ${dailyUsers.toLocaleString("en-GB")} daily users, each alone):`);
  for (const { name, change, perUser: moved } of leverEffects(dailyUsers, input)) {
    console.log(`  ${`${name}: ${change}`.padEnd(52)} ${fine(moved).padStart(10)}`);
  }
  if (perUser <= targetUsd) return console.log(`\nWithin the target of $${targetUsd} a user and month.`);
  const missing = whatIsMissing(dailyUsers, input);
  console.log(`\nMissing: ${fine(perUser - targetUsd)} above the target of $${targetUsd} a user and month.`);
  console.log(
    missing.length > 0 ? `Any one of these alone meets it:\n  ${missing.join("\n  ")}` : "No single lever meets it.",
  );
}

function printModels(dailyUsers: number, input: BillInput, file: PriceFile): void {
  console.log(
    "\nWith another model first (per user and month; as the settings are · with the first three levers together):",
  );
  for (const { id } of file.models) {
    const given = { ...input, prices: pricesFor(id, file) };
    const together = monthlyBill(dailyUsers, ownLevers(given)).perUser;
    console.log(`  ${id.padEnd(52)} ${fine(monthlyBill(dailyUsers, given).perUser)} · ${fine(together)}`);
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
