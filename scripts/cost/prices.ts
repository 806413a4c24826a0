import { type UnitPrices, unitNames } from "./bill.ts";

interface Dated {
  readonly source: string;
  /** The day on which somebody read the price at its source; null: nobody has. */
  readonly asOf: string | null;
}

export interface PriceFile {
  readonly models: readonly (Dated & {
    readonly id: string;
    readonly inputUsdPerMTokens: number;
    readonly outputUsdPerMTokens: number;
  })[];
  readonly units: Readonly<Record<(typeof unitNames)[number], Dated & { readonly usd: number; readonly per: string }>>;
}

/** Checks the price file's JSON, which people edit; throws naming what is wrong. */
export function readPriceFile(json: unknown): PriceFile {
  const file = json as PriceFile;
  for (const name of unitNames) {
    checkDated(name, file.units[name]);
    checkUsd(name, file.units[name].usd);
  }
  for (const model of file.models) {
    checkDated(model.id, model);
    checkUsd(model.id, model.inputUsdPerMTokens);
    checkUsd(model.id, model.outputUsdPerMTokens);
  }
  return file;
}

function checkDated(name: string, dated: Dated | undefined): void {
  if (!dated?.source.startsWith("https://")) throw new Error(`prices.json: ${name} has no source`);
  if (dated.asOf !== null && Number.isNaN(Date.parse(dated.asOf))) throw new Error(`prices.json: ${name} has no date`);
}

function checkUsd(name: string, usd: unknown): void {
  if (typeof usd !== "number" || !(usd >= 0)) throw new Error(`prices.json: ${name} has no price`);
}

/** Prices for the model in force; throws for a model without a price. */
export function pricesFor(model: string, { models, units }: PriceFile): UnitPrices {
  const found = models.find(({ id }) => id === model);
  if (!found) throw new Error(`prices.json has no price for the model ${model}`);
  const { inputUsdPerMTokens, outputUsdPerMTokens } = found;
  const usd = Object.fromEntries(unitNames.map((name) => [name, units[name].usd])) as UnitPrices["units"];
  return { units: usd, inputUsdPerMTokens, outputUsdPerMTokens };
}

const oldestDays = 90;

/** Prices that nobody has looked at for 90 days, or ever, each in one line. Of models, only the one in force. */
export function oldPrices(model: string, { models, units }: PriceFile, nowMs: number): readonly string[] {
  const used = [
    ...models.filter(({ id }) => id === model).map(({ id, ...dated }) => ({ name: id, ...dated })),
    ...unitNames.map((name) => ({ name, ...units[name] })),
  ];
  return used.flatMap(({ name, asOf, source }) => {
    if (asOf === null) return [`${name}: nobody has dated it; read ${source}`];
    const days = Math.floor((nowMs - Date.parse(asOf)) / 86_400_000);
    return days > oldestDays ? [`${name}: ${days} days old (${asOf}); read ${source}`] : [];
  });
}
