import { expect, it } from "vitest";
import type { Log } from "../../core/src/kernel/index.ts";
import { createAlarms } from "./alarms.ts";

it("an alarm is one line of the log that CloudWatch reads as a metric of its name", () => {
  const lines: Record<string, unknown>[] = [];
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (message, fields) => void lines.push({ message, ...fields }),
  };
  createAlarms(log, () => 1_000).raise("dead-letter", "ingest", { textbookId: "tbk_1" });
  expect(lines).toEqual([
    {
      message: "alarm: dead-letter",
      textbookId: "tbk_1",
      source: "ingest",
      "dead-letter": 1,
      _aws: {
        Timestamp: 1_000,
        CloudWatchMetrics: [
          { Namespace: "Ukhaan", Dimensions: [[], ["source"]], Metrics: [{ Name: "dead-letter", Unit: "Count" }] },
        ],
      },
    },
  ]);
});
