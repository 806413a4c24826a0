/** What was counted on the embedded stack; see measured.json. */
export interface Measured {
  readonly firstQuestion: PerQuestion;
  readonly followUp: PerQuestion;
  /** Write units a question that folding costs, by how many questions a batch holds; ascending. */
  readonly rollUpWriteUnitsByBatch: readonly { readonly batch: number; readonly writeUnits: number }[];
  readonly prompt: {
    readonly systemChars: number;
    readonly wordsPerPassage: number;
    readonly questionWords: number;
  };
}
interface PerQuestion {
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly messages: number;
}

/** What the bill is computed for; see settings.json for the words. */
export interface CostSettings {
  readonly questionsADay: number;
  readonly activeDaysAMonth: number;
  readonly cacheHitShare: number;
  readonly followUpShare: number;
  readonly passagesInPrompt: number;
  readonly historyTokens: number;
  readonly outputTokens: number;
  readonly answerSeconds: number;
  readonly cachedAnswerSeconds: number;
  readonly chatMemoryGb: number;
  readonly recordBatch: number;
  readonly pageRequestsADay: number;
  readonly pageSeconds: number;
  readonly pageMemoryGb: number;
  readonly trafficKbADay: number;
  readonly keptMonths: number;
  readonly exchangeKb: number;
  readonly searchesPerNodeAndSecond: number;
  readonly peakQuestionsPerDailyUserAndSecond: number;
  readonly staffShare: number;
  readonly logBytesPerRequest: number;
  /** Users active in the month for each daily user. */
  readonly monthlyActivePerDaily: number;
}

export const unitNames = [
  "modelFeeShare",
  "tableWriteM",
  "tableReadM",
  "tableGbMonth",
  "searchNodeMonth",
  "identityUser",
  "lambdaGbSecond",
  "lambdaRequestM",
  "queueRequestM",
  "filePutK",
  "edgeGb",
  "edgeRequestM",
  "firewallRequestM",
  "logGb",
] as const;

/** US dollars a unit, and of a million tokens of the model in force. */
export interface UnitPrices {
  readonly units: Readonly<Record<(typeof unitNames)[number], number>>;
  readonly inputUsdPerMTokens: number;
  readonly outputUsdPerMTokens: number;
}

/** US dollars a month. */
export interface Bill {
  readonly services: Readonly<Record<string, number>>;
  readonly total: number;
  /** Of one user who is active in the month. */
  readonly perUser: number;
}

export interface BillInput {
  readonly settings: CostSettings;
  readonly measured: Measured;
  readonly prices: UnitPrices;
}

/** Mongolian with the o200k tokenizer, and English prompts. */
const tokensPerWord = 2.5;
const charsPerEnglishToken = 4;
/** The first ones cost nothing. */
const freeIdentities = 10_000;
const leastSearchNodes = 2;

/** Tokens that a model reads for one question, on average. */
export function inputTokens(settings: CostSettings, { prompt }: Measured): number {
  const { systemChars, wordsPerPassage, questionWords } = prompt;
  const words = settings.passagesInPrompt * wordsPerPassage + questionWords;
  return systemChars / charsPerEnglishToken + words * tokensPerWord + settings.followUpShare * settings.historyTokens;
}

/** The bill of one month for so many daily users. Pure: the same input, the same dollars. */
export function monthlyBill(dailyUsers: number, { settings, measured, prices }: BillInput): Bill {
  const { units: price } = prices;
  const userDays = dailyUsers * settings.activeDaysAMonth;
  const questions = userDays * settings.questionsADay;
  const cached = questions * settings.cacheHitShare;
  const answered = questions - cached;
  const pages = userDays * settings.pageRequestsADay;
  const batches = questions / settings.recordBatch;
  const mean = (of: keyof PerQuestion) =>
    measured.firstQuestion[of] * (1 - settings.followUpShare) + measured.followUp[of] * settings.followUpShare;

  const tokensUsd =
    inputTokens(settings, measured) * prices.inputUsdPerMTokens + settings.outputTokens * prices.outputUsdPerMTokens;
  const chatSeconds = answered * settings.answerSeconds + cached * settings.cachedAnswerSeconds;
  const gbSeconds =
    chatSeconds * settings.chatMemoryGb + pages * settings.pageSeconds * settings.pageMemoryGb + batches;
  const writes = questions * (mean("writeUnits") + rollUpWriteUnits(settings.recordBatch, measured));
  // A page reads the session and what it shows.
  const reads = questions * mean("readUnits") + pages * 2;
  const keptGb = (questions * settings.exchangeKb * settings.keptMonths) / 1e6;
  const peak = dailyUsers * settings.peakQuestionsPerDailyUserAndSecond;
  const nodes = Math.max(leastSearchNodes, Math.ceil(peak / settings.searchesPerNodeAndSecond));
  const staff = Math.max(0, dailyUsers * settings.staffShare - freeIdentities);
  const requests = questions + pages;

  const services = {
    models: (answered * tokensUsd * (1 + price.modelFeeShare)) / 1e6,
    lambda: gbSeconds * price.lambdaGbSecond + ((requests + batches) / 1e6) * price.lambdaRequestM,
    dynamodb: (writes * price.tableWriteM + reads * price.tableReadM) / 1e6 + keptGb * price.tableGbMonth,
    // A message is sent alone, and taken and deleted in batches of ten, SQS's limit.
    sqs: ((questions * mean("messages") * 1.2) / 1e6) * price.queueRequestM,
    s3: (batches / 1e3) * price.filePutK,
    cloudfront: ((userDays * settings.trafficKbADay) / 1e6) * price.edgeGb + (requests / 1e6) * price.edgeRequestM,
    waf: (requests / 1e6) * price.firewallRequestM,
    opensearch: nodes * price.searchNodeMonth,
    cognito: staff * price.identityUser,
    cloudwatch: ((requests * settings.logBytesPerRequest) / 1e9) * price.logGb,
  };
  const total = Object.values(services).reduce((sum, usd) => sum + usd, 0);
  return { services, total, perUser: total / (dailyUsers * settings.monthlyActivePerDaily) };
}

/** Between two measured batch sizes: the smaller one's, which is the dearer. */
function rollUpWriteUnits(batch: number, { rollUpWriteUnitsByBatch: byBatch }: Measured): number {
  const known = byBatch.findLast((one) => one.batch <= batch) ?? byBatch[0];
  if (!known) throw new Error("measured.json holds no roll-up");
  return known.writeUnits;
}
