import {
  type LanguageModel,
  ModelFailure,
  type ModelFailureReason,
  type ModelRequest,
} from "../../packages/core/src/tutor/ports.ts";

export interface ScriptedModel extends LanguageModel {
  readonly requests: readonly ModelRequest[];
  /** Whether the last request was given up. */
  aborted(): boolean;
}

/** A model in this process that says its pieces, then ends or fails; each test may hold it back before a piece. */
export function scriptedModel(
  name: string,
  pieces: readonly string[],
  how: {
    readonly fail?: ModelFailureReason;
    readonly bug?: boolean;
    readonly finish?: "stop" | "length" | "filtered";
    readonly before?: (piece: string) => Promise<void>;
  } = {},
): ScriptedModel {
  const requests: ModelRequest[] = [];
  return {
    name,
    requests,
    aborted: () => requests.at(-1)?.signal.aborted ?? false,
    async *stream(request) {
      requests.push(request);
      for (const piece of pieces) {
        await how.before?.(piece);
        yield { type: "text", text: piece };
      }
      if (how.bug) throw new Error("bug");
      if (how.fail) throw new ModelFailure(how.fail);
      yield { type: "end", usage: { inputTokens: 10, outputTokens: pieces.length }, finish: how.finish ?? "stop" };
    },
  };
}
