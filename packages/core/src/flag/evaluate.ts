import { createHash } from "node:crypto";
import type { SchoolId, StudentId } from "../kernel/index.ts";
import type { FlagDocument } from "./ports.ts";
import { defaultRules, type FlagName, flagNames, type FlagRule } from "./schema.ts";

/** Whom a flag is asked for. */
export interface FlagSubject {
  readonly schoolId: SchoolId;
  readonly studentId: StudentId;
}

/** Whether a flag is on for this pupil. No request, no time, no chance: the same answer on every instance. */
export function evaluate(document: FlagDocument, name: FlagName, subject: FlagSubject): boolean {
  const rule = ruleOf(document, name);
  switch (rule.kind) {
    case "off":
      return false;
    case "on":
      return true;
    case "schools":
      return rule.schoolIds.includes(subject.schoolId);
    case "percentage":
      return bucketOf(name, rule.by === "school" ? subject.schoolId : subject.studentId) < rule.percent * 100;
  }
}

/**
 * In which arm of which comparison this pupil is: every flag that is on for a share only. Recorded with the answer, so
 * that the two halves can be compared afterwards.
 */
export function variantsOf(document: FlagDocument, subject: FlagSubject): Readonly<Record<string, "on" | "off">> {
  const compared = flagNames.filter((name) => ruleOf(document, name).kind === "percentage");
  return Object.fromEntries(compared.map((name) => [name, evaluate(document, name, subject) ? "on" : "off"]));
}

const ruleOf = (document: FlagDocument, name: FlagName): FlagRule => document.get(name) ?? defaultRules[name];

const buckets = 10_000;

/**
 * One of 10,000 places, the same for ever. The flag's name is part of it: who is among the first tenth for one flag is not
 * so for all. A larger share keeps everybody whom the smaller one had.
 */
function bucketOf(name: FlagName, id: string): number {
  const hash = createHash("sha256").update(`${name}:${id}`).digest();
  return Math.floor((hash.readUInt32BE(0) / 2 ** 32) * buckets);
}
