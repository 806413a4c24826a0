import type { SafetyCategory, Severity } from "./schema.ts";

/** A model that classifies text; optional. Times out by itself; throws when it can't answer (callers fail closed as `unavailable`). */
export interface SafetyClassifier {
  classify(input: {
    readonly text: string;
    readonly direction: "question" | "answer";
    readonly grade: number;
  }): Promise<readonly { readonly category: SafetyCategory; readonly severity: Severity }[]>;
}

/** `classifier` undefined: rules alone decide. */
export interface SafetyPorts {
  readonly classifier: SafetyClassifier | undefined;
}
