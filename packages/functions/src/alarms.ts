import type { AlarmHook, Log } from "@ukhaan/core/kernel";

/**
 * Raises alarms as one line of the log, in CloudWatch's embedded metric format: the same line is the metric that
 * `infra/` puts an alarm on and what a person reads when it rings.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function createAlarms(log: Log, nowMs: () => number = Date.now): AlarmHook {
  return {
    raise(name, source, fields = {}) {
      log.error(`alarm: ${name}`, {
        ...fields,
        source,
        [name]: 1,
        _aws: {
          Timestamp: nowMs(),
          CloudWatchMetrics: [
            { Namespace: "Ukhaan", Dimensions: [[], ["source"]], Metrics: [{ Name: name, Unit: "Count" }] },
          ],
        },
      });
    },
  };
}
