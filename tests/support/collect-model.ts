import { type LanguageModel, type ModelChunk, ModelFailure } from "../../packages/core/src/tutor/ports.ts";

/** Asks a model one question and reads its stream to the end. */
export async function collectModel(model: LanguageModel, maxOutputTokens = 100) {
  const text: string[] = [];
  let end: Extract<ModelChunk, { type: "end" }> | undefined;
  const messages = [
    { role: "system", content: "Дүрэм" },
    { role: "user", content: "Эс гэж юу вэ?" },
  ] as const;
  for await (const chunk of model.stream({ messages, maxOutputTokens, signal: AbortSignal.timeout(15_000) })) {
    if (chunk.type === "text") text.push(chunk.text);
    else end = chunk;
  }
  return { text, end };
}

/** The failure that a model's stream ends with; anything else is the test's failure. */
export async function failureOf(model: LanguageModel): Promise<ModelFailure> {
  try {
    await collectModel(model);
  } catch (error) {
    if (error instanceof ModelFailure) return error;
    throw error;
  }
  throw new Error("The model did not fail");
}
