import { startFakeModelServer } from "../support/fake-model-server.ts";

/** A model provider in a process of its own, so that it does not share a core's time with what is measured. */
const sentence = "Фотосинтез гэдэг нь ногоон ургамал гэрлийн энергийг ашиглан органик бодис үүсгэх үйл явц юм. [1] ";
const server = await startFakeModelServer();
server.play({
  pieces: [`${sentence}Э`, "нэ нь навчинд явагдана. [2] ", sentence, sentence, sentence, sentence, sentence],
  firstDelayMs: 20,
  betweenDelayMs: 1,
  usage: { inputTokens: 1_200, outputTokens: 400 },
});
process.send?.(server.openAiUrl);
process.on("disconnect", () => process.exit(0));
