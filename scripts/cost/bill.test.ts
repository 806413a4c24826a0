import { describe, expect, test } from "vitest";
import { type BillInput, type CostSettings, inputTokens, monthlyBill, unitNames } from "./bill.ts";

/** Round numbers, so that every sum can be done in one's head; everything that a test is not about costs nothing. */
const settings: CostSettings = {
  questionsADay: 5,
  activeDaysAMonth: 20,
  cacheHitShare: 0,
  followUpShare: 0.5,
  passagesInPrompt: 4,
  historyTokens: 200,
  outputTokens: 200,
  answerSeconds: 2,
  cachedAnswerSeconds: 0,
  chatMemoryGb: 0.5,
  recordBatch: 10,
  pageRequestsADay: 10,
  pageSeconds: 0.1,
  pageMemoryGb: 0.5,
  trafficKbADay: 1_000,
  keptMonths: 10,
  exchangeKb: 2,
  searchesPerNodeAndSecond: 10,
  peakQuestionsPerDailyUserAndSecond: 0.001,
  staffShare: 0.05,
  logBytesPerRequest: 1_000,
  monthlyActivePerDaily: 1,
};
const measured = {
  firstQuestion: { writeUnits: 10, readUnits: 2, messages: 1 },
  followUp: { writeUnits: 12, readUnits: 6, messages: 1 },
  rollUpWriteUnitsByBatch: [
    { batch: 1, writeUnits: 10 },
    { batch: 10, writeUnits: 6 },
  ],
  prompt: { systemChars: 2_000, wordsPerPassage: 100, questionWords: 20 },
};
const nothing = Object.fromEntries(unitNames.map((name) => [name, 0])) as BillInput["prices"]["units"];

function bill(
  users: number,
  parts: {
    readonly settings?: Partial<CostSettings>;
    readonly units?: Partial<typeof nothing>;
    readonly model?: readonly [number, number];
  },
) {
  const [inputUsdPerMTokens, outputUsdPerMTokens] = parts.model ?? [0, 0];
  return monthlyBill(users, {
    settings: { ...settings, ...parts.settings },
    measured,
    prices: { units: { ...nothing, ...parts.units }, inputUsdPerMTokens, outputUsdPerMTokens },
  });
}

test("a prompt is its rules, its passages with the question, and half of the time a history", () => {
  // 2,000 / 4 + (4 × 100 + 20) × 2.5 + 0.5 × 200
  expect(inputTokens(settings, measured)).toBe(500 + 1_050 + 100);
});

describe("1,000 users with 100 questions a month each", () => {
  test.each<[string, Parameters<typeof bill>[1], string, number]>([
    // 100,000 × 1,650 tokens = 165 M
    ["what models read", { model: [0.1, 0] }, "models", 16.5],
    ["what models write", { model: [0, 0.4] }, "models", 8],
    ["a fee on top", { model: [0, 0.4], units: { modelFeeShare: 0.05 } }, "models", 8.4],
    ["a quarter from the cache", { model: [0, 0.4], settings: { cacheHitShare: 0.25 } }, "models", 6],
    // 100,000 × (11 + 6)
    ["writes", { units: { tableWriteM: 1 } }, "dynamodb", 1.7],
    ["writes without batches", { units: { tableWriteM: 1 }, settings: { recordBatch: 1 } }, "dynamodb", 2.1],
    // 100,000 × 4 + 200,000 pages × 2
    ["reads", { units: { tableReadM: 1 } }, "dynamodb", 0.8],
    // 100,000 × 2 KB × 10 months
    ["what is kept", { units: { tableGbMonth: 0.25 } }, "dynamodb", 0.5],
    // 100,000 × 2 s × 0.5 + 200,000 × 0.1 s × 0.5 + 10,000 batches of a GB-second
    ["computing", { units: { lambdaGbSecond: 0.001 } }, "lambda", 120],
    ["calls of functions", { units: { lambdaRequestM: 1 } }, "lambda", 0.31],
    ["messages", { units: { queueRequestM: 1 } }, "sqs", 0.12],
    ["files of batches", { units: { filePutK: 1 } }, "s3", 10],
    // 20,000 user days × 1 MB
    ["traffic", { units: { edgeGb: 0.1 } }, "cloudfront", 2],
    ["requests at the edge", { units: { edgeRequestM: 1 } }, "cloudfront", 0.3],
    ["requests at the firewall", { units: { firewallRequestM: 1 } }, "waf", 0.3],
    ["logs", { units: { logGb: 1 } }, "cloudwatch", 0.3],
    ["two search nodes at least", { units: { searchNodeMonth: 25 } }, "opensearch", 50],
    ["no identity beyond the free ones", { units: { identityUser: 1 } }, "cognito", 0],
  ])("%s", (_, parts, service, usd) => {
    const { services, total, perUser } = bill(1_000, parts);
    expect(services[service]).toBeCloseTo(usd, 9);
    expect(total).toBeCloseTo(usd, 9);
    expect(perUser).toBeCloseTo(usd / 1_000, 12);
  });
});

test("search nodes follow the peak, and identities the staff beyond 10,000", () => {
  const { services } = bill(300_000, { units: { searchNodeMonth: 25, identityUser: 0.01 } });
  // 300 questions/s at 10 a node; 15,000 staff
  expect(services["opensearch"]).toBe(30 * 25);
  expect(services["cognito"]).toBeCloseTo(50, 9);
});

test("a user of the month is counted as the settings say", () => {
  const strict = bill(1_000, { model: [0.1, 0.4] });
  const loose = bill(1_000, { model: [0.1, 0.4], settings: { monthlyActivePerDaily: 5 } });
  expect(loose.total).toBe(strict.total);
  expect(loose.perUser).toBeCloseTo(strict.perUser / 5, 12);
});
