import type { SchoolId } from "../../kernel/index.ts";
import type { Usage } from "../schema.ts";
import type { ModelPrice } from "./model-price.ts";

/** What models took for an answer: the provider's own figures. */
export interface ModelUsage extends Usage {
  /** Millionths of a US dollar: as the provider told, else by the price of the chain; absent when neither is known. */
  readonly costMicroUsd?: number;
  /** The stream ended before its figures came (cut, or stopped by screening): counted by the length of the texts. */
  readonly estimated?: boolean;
}

export interface ModelMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[];
  readonly maxOutputTokens: number;
  readonly signal: AbortSignal;
}

/** What a model's stream carries; `end` comes exactly once, last. */
export type ModelChunk =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "end";
      /** Absent when the provider told none. */
      readonly usage?: ModelUsage;
      readonly finish: "stop" | "length" | "filtered";
    };

/**
 * A language model behind any provider. The stream throws {@link ModelFailure} for everything that goes wrong
 * (refused, rate limited, timed out before or between tokens, cut off, malformed).
 */
export interface LanguageModel {
  /** Name for records and the interface, as the settings give it. */
  readonly name: string;
  /** Absent where nothing says what it costs, such as a model on an own machine. */
  readonly price?: ModelPrice;
  stream(request: ModelRequest): AsyncIterable<ModelChunk>;
}

export type ModelFailureReason =
  | "rate-limited"
  | "timeout"
  | "unreachable"
  | "refused"
  | "malformed"
  | "cut-off"
  | "overloaded";

export class ModelFailure extends Error {
  readonly reason: ModelFailureReason;
  /** Seconds the provider asked to wait, where it did. */
  readonly retryAfterS: number | undefined;
  /** HTTP status of the refusal, where there was one. */
  readonly status: number | undefined;

  constructor(
    reason: ModelFailureReason,
    options: { readonly cause?: unknown; readonly retryAfterS?: number; readonly status?: number } = {},
  ) {
    super(`model failed: ${reason}`, { cause: options.cause });
    this.name = "ModelFailure";
    this.reason = reason;
    this.retryAfterS = options.retryAfterS;
    this.status = options.status;
  }
}

/** What is known of one model by all instances. Times are the writer's, milliseconds since 1970. */
export interface BreakerRecord {
  readonly model: string;
  /** `probing`: one question tries it again. */
  readonly state: "closed" | "open" | "probing";
  /** Failures without a success between them. */
  readonly failures: number;
  readonly lastFailureAtMs: number;
  /** Openings without a success between them. */
  readonly openings: number;
  /** Until then nobody asks it (open), or nobody else (probing). */
  readonly untilMs: number;
  /** When it opened or closed last; 0: never. */
  readonly changedAtMs: number;
  /** Why it failed last. */
  readonly reason?: ModelFailureReason;
  /** Grows with every change; 0: there is no record yet. */
  readonly version: number;
}

export interface BreakerStore {
  list(): Promise<readonly BreakerRecord[]>;
  get(model: string): Promise<BreakerRecord | undefined>;
  /** False when the record has another version than `formerVersion` by now. */
  replace(record: BreakerRecord, formerVersion: number): Promise<boolean>;
}

/** Whether a model may be asked: yes, as the one question that tries it again, or not now. */
export type Admission = "closed" | "probe" | "open";

/** Spares pupils the wait for a model that fails. Never throws. */
export interface ModelBreaker {
  admit(model: string): Promise<Admission>;
  failed(model: string, admission: Admission, reason: ModelFailureReason): Promise<void>;
  succeeded(model: string, admission: Admission): Promise<void>;
}

/** How much a school's budget of the day still allows: all models, the cheapest one, or the textbooks' own passages. */
export type BudgetLevel = "all" | "cheapest" | "passages";

/** Never throws and never waits long: a budget must not be what keeps an answer from a pupil. */
export interface ModelBudget {
  level(schoolId: SchoolId): Promise<BudgetLevel>;
}

export interface BudgetNoticeStore {
  /** False when this was told before. */
  mark(
    notice: { readonly schoolId: SchoolId; readonly day: string; readonly step: "warned" | "cheapest" | "passages" },
    nowMs: number,
  ): Promise<boolean>;
}

/** What watching over budgets uses. */
export interface BudgetPorts {
  /** Of one school and day, millionths of a US dollar; absent: no budget. */
  readonly budgetMicroUsd?: number | undefined;
  readonly budgetNotices: BudgetNoticeStore;
}
