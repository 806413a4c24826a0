import type { Ctx, Student } from "../../kernel/index.ts";
import { type SafetyPorts, screenAnswer } from "../../safety/index.ts";
import type { AnswerEvent } from "../schema.ts";

/** What the pupil was shown, and how the writing of it ended. */
export interface Shown<End> {
  readonly text: string;
  /** Set when screening refused a sentence: nothing after it was shown. */
  readonly stoppedFor?: readonly string[];
  /** The source's own ending; absent when it was stopped. */
  readonly end?: End;
}

/** How much of what came before is read with each sentence: harm may be spread over two. */
const windowLength = 300;

/** Lets each sentence through only after screening cleared it; a refused one ends the answer with the card `stopped`. */
export async function* showScreened<End>(
  ctx: Ctx<Student, SafetyPorts>,
  sentences: AsyncGenerator<string, End>,
): AsyncGenerator<AnswerEvent, Shown<End>> {
  let text = "";
  try {
    for (;;) {
      const next = await sentences.next();
      if (next.done) return { text, end: next.value };
      const verdict = await screenAnswer(ctx, {
        text: text.slice(-windowLength) + next.value,
        grade: ctx.actor.grade,
      });
      if (verdict.kind !== "allow") {
        yield { type: "redirect", card: "stopped", replaces: false };
        return { text, stoppedFor: verdict.categories };
      }
      text += next.value;
      yield { type: "delta", text: next.value };
    }
  } finally {
    // Ends the model's stream when its sentences are no longer wanted.
    await sentences.return(undefined as End);
  }
}

/** Finished sentences in the shape of a source. */
export async function* sentencesOf(sentences: Iterable<string>): AsyncGenerator<string, void> {
  yield* sentences;
}
