import type { FakeModelServer, ModelScript } from "../../support/fake-model-server.ts";

/** What the product is told, so that the given server answers. */
export const modelSettings = (model: FakeModelServer): Readonly<Record<string, string>> => ({
  UKHAAN_MODEL_PROVIDER: "openai-compatible",
  UKHAAN_MODEL_BASE_URL: model.openAiUrl,
  UKHAAN_MODEL_API_KEY: "no-secret",
  UKHAAN_MODELS: "fake",
});

/** An answer of a few sentences that cites the first passage and holds a formula. */
export const sentences = [
  "Ногоон ургамал гэрлийн энергийг ашиглан шим бодис үүсгэхийг фотосинтез гэнэ [1]. ",
  "Энэ үйл явц навчны ногоон эсэд явагддаг [1]. ",
  "Урвалыг $6CO_2 + 6H_2O = C_6H_{12}O_6 + 6O_2$ гэж бичдэг [1]. ",
  "Үүний дүнд хүчилтөрөгч агаарт гардаг.",
] as const;

/** Sentence by sentence with this pause between them. */
export const spoken = (betweenDelayMs: number): ModelScript => ({ pieces: sentences, betweenDelayMs });
