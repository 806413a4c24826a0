import { findLeak } from "./find-leak.ts";
import type { Guidance } from "./guide-exercise.ts";

/** The sentences ended because the next one would have given away what is not earned yet. */
export interface HeldBack {
  readonly kind: "held-back";
}

/** Lets sentences through while they give nothing away; the first that does is not, nor is any after it. */
export async function* holdBack<End>(
  sentences: AsyncGenerator<string, End>,
  { state, attempts }: Guidance,
): AsyncGenerator<string, End | HeldBack> {
  let text = "";
  try {
    for (;;) {
      const next = await sentences.next();
      if (next.done) return next.value;
      text += next.value;
      if (findLeak(text, state, attempts) !== undefined) return { kind: "held-back" };
      yield next.value;
    }
  } finally {
    // The model must not talk on to nobody.
    await sentences.return(undefined as End);
  }
}
