import { type ModelChunk, ModelFailure } from "../tutor/ports.ts";

/** How long a model may take, milliseconds. */
export interface ModelTimeouts {
  readonly firstTokenTimeoutMs?: number;
  readonly betweenTokensTimeoutMs?: number;
  readonly wholeAnswerTimeoutMs?: number;
}

const defaults = { firstTokenTimeoutMs: 4_000, betweenTokensTimeoutMs: 6_000, wholeAnswerTimeoutMs: 60_000 };

/**
 * Runs one provider's stream under its timeouts. `open` is given a signal that fires on any of them, when the caller's own
 * signal fires, and when the consumer stops listening: so no request outlives its reader. Timeouts become {@link ModelFailure}.
 */
export async function* withModelTimeouts(
  timeouts: ModelTimeouts,
  outer: AbortSignal,
  open: (signal: AbortSignal) => AsyncIterable<ModelChunk>,
): AsyncGenerator<ModelChunk, void> {
  const limits = { ...defaults, ...timeouts };
  const stop = new AbortController();
  const end = () => stop.abort();
  if (outer.aborted) throw new ModelFailure("timeout");
  outer.addEventListener("abort", end, { once: true });
  const whole = setTimeout(end, limits.wholeAnswerTimeoutMs);
  let timer = setTimeout(end, limits.firstTokenTimeoutMs);
  try {
    for await (const chunk of open(stop.signal)) {
      if (stop.signal.aborted) throw new ModelFailure("timeout");
      clearTimeout(timer);
      yield chunk;
      if (chunk.type === "end") return;
      timer = setTimeout(end, limits.betweenTokensTimeoutMs);
    }
    throw new ModelFailure(stop.signal.aborted ? "timeout" : "cut-off");
  } catch (error) {
    // Whatever the client threw when its request was aborted, the reason is ours.
    if (stop.signal.aborted) throw new ModelFailure("timeout", { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
    clearTimeout(whole);
    outer.removeEventListener("abort", end);
    stop.abort();
  }
}
