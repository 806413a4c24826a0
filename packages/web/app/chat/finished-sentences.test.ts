import { expect, test } from "vitest";
import { finishedSentences } from "./finished-sentences.ts";

test.each([
  ["a sentence that still grows is not read yet", "Нэг өгүүлбэр. Хоёр дахь нь хараах", false, ["Нэг өгүүлбэр."]],
  ["the rest is read when the answer is complete", "Нэг. Хоёр", true, ["Нэг.", "Хоёр"]],
  ["citations and signs are not read", "**Фотосинтез** бол үйл явц [1]. Дараа", false, ["Фотосинтез бол үйл явц ."]],
  ["list items are sentences of their own", "- нэг\n- хоёр\n", false, ["- нэг", "- хоёр"]],
  ["nothing yet", "", false, []],
])("%s", (_, answer, complete, sentences) => {
  expect(finishedSentences(answer, complete)).toEqual(sentences);
});
