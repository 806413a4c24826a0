export interface InsightSettings {
  /** How many different pupils must have asked a question before its words are kept and anybody reads it. */
  readonly minPupils: number;
}

export const defaultInsightSettings: InsightSettings = { minPupils: 3 };
