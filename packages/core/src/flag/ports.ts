import type { Page, StaffId } from "../kernel/index.ts";
import type { FlagRule } from "./schema.ts";

/** A flag that was set. `name` may be one that this release does not know: another release set it. */
export interface StoredFlag {
  readonly name: string;
  readonly rule: FlagRule;
  readonly reason: string;
  readonly changedBy: StaffId;
  readonly changedAtMs: number;
  readonly version: number;
}

export interface FeatureFlagStore {
  /** Every flag that was set, in one request; there are few, so the page is the last one. */
  list(): Promise<Page<StoredFlag>>;
  /** Sets the flag that has the version before this one; false when somebody else set it meanwhile. */
  replace(flag: StoredFlag): Promise<boolean>;
}

/** How the flags stand, as one document: what {@link evaluate} reads. Flags that nobody set are missing. */
export type FlagDocument = ReadonlyMap<string, FlagRule>;

/** The flags as this program knows them: no request to the table on the way of a question. */
export interface Features {
  /** Never throws: without the table, the last document, and the defaults when there was none. */
  document(): Promise<FlagDocument>;
}

export interface FeaturePorts {
  readonly featureFlags: FeatureFlagStore;
  readonly features: Features;
}
