import type { Ctx, Student } from "../../kernel/index.ts";
import { type RedirectCard, type SafetyPorts, screenAnswer } from "../../safety/index.ts";
import type { AnswerEvent } from "../schema.ts";

/** What the pupil was shown, and how the writing of it ended. */
export interface Shown<End> {
  readonly text: string;
  /** Set when screening refused a sentence: nothing after it was shown. */
  readonly stoppedFor?: readonly string[];
  /** The card that stands in the place of what was refused; set with `stoppedFor`. */
  readonly card?: RedirectCard;
  /** The source's own ending; absent when it was stopped. */
  readonly end?: End;
}

/**
 * How much of what came before is read with each sentence: all of it, for an answer of usual length, so that no cut between
 * sentences lets through what the whole would not. A longer one is read from the end of a word on.
 */
const windowLength = 6_000;

/** Lets each sentence through only after screening cleared it; a refused one ends the answer with the card of its reason. */
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
        before: lastOf(text),
        text: next.value,
        grade: ctx.actor.grade,
      });
      if (verdict.kind !== "allow") {
        const { card, categories } = verdict;
        yield { type: "redirect", card, replaces: false };
        return { text, stoppedFor: categories, card };
      }
      text += next.value;
      yield { type: "delta", text: next.value };
    }
  } finally {
    // Ends the model's stream when its sentences are no longer wanted.
    await sentences.return(undefined as End);
  }
}

function lastOf(text: string): string {
  if (text.length <= windowLength) return text;
  const cut = text.length - windowLength;
  return text.slice(text.indexOf(" ", cut) + 1);
}

/** Finished sentences in the shape of a source. */
export async function* sentencesOf(sentences: Iterable<string>): AsyncGenerator<string, void> {
  yield* sentences;
}
