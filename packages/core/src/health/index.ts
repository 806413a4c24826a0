export { checkHealth, createHealthWatch, type HealthWatch } from "./check-health.ts";
export { createHealthHistory } from "./history.store.ts";
export type { HealthHistory, HealthPorts, HealthProbe, ProbeAnswer } from "./ports.ts";
export { type PartHistory, readHealthHistory } from "./read-health-history.ts";
export type { Breakers, HealthPart } from "./schema.ts";
export { recordHealth } from "./record-health.ts";
