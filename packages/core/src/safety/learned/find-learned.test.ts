import { describe, expect, test } from "vitest";
import { findLearned } from "./find-learned.ts";
import { learnedClasses } from "./learned-classes.ts";
import { messageFeatures, slots } from "./message-features.ts";
import { scoreMessage } from "./score-message.ts";
import { wayOfSpeaking } from "./who-speaks.ts";
import { learnedWeights } from "./weights.ts";

describe("what the learned layer sees", () => {
  test("is the same for every spelling of a message, but for the readings that Latin letters leave open", () => {
    const clean = messageFeatures("Намайг хэн ч тоодоггүй");
    expect(messageFeatures("намайг хэн ч тоодоггvй")).toEqual(clean);
    const latin = new Set(messageFeatures("namaig hen ch toodoggui"));
    expect(clean.filter((feature) => latin.has(feature)).length / clean.length).toBeGreaterThan(0.7);
  });

  test("lies within the table, each slot once, and is bounded for any text", () => {
    for (const text of ["а".repeat(20_000), "үг ".repeat(7_000), "🙂".repeat(5_000), "\u0000", ""]) {
      const features = messageFeatures(text);
      expect(new Set(features).size).toBe(features.length);
      expect(features.every((slot) => slot >= 0 && slot < slots)).toBe(true);
      expect(features.length).toBeLessThan(4_000);
    }
  });

  test("of a long text is its beginning and its end", () => {
    const long = `${"Хичээлээ давтъя. ".repeat(100)} Надад нэг зүйл хэлэх хэрэгтэй байна.`;
    expect(messageFeatures(long)).toEqual(expect.arrayContaining([...messageFeatures("хэрэгтэй")]));
  });
});

describe("the learned layer", () => {
  test.each([
    ["Би өөрийгөө энэ ертөнцөд илүүдэж байна гэж боддог, байхгүй болчихмоор", "support"],
    ["Манай хойд аав согтуу ирэхээрээ бид хэдийг нүддэг, гэртээ харихаас айж байна", "support"],
  ])("«%s» gets help", (text, kind) => {
    expect(findLearned(text)[0]?.action.kind).toBe(kind);
  });

  test.each([
    ["Фотосинтез гэж юу вэ, ургамал яагаад гэрэл хэрэглэдэг вэ?"],
    ["Цусны эргэлтийн том ба бага тойрог юугаараа ялгаатай вэ?"],
    ["Дэлхийн хоёрдугаар дайнд хэдэн сая хүн амь үрэгдсэн бэ?"],
    ["Маргааш математикийн шалгалттай, тэгшитгэл бодох дүрмээ давтмаар байна"],
  ])("«%s» is a lesson", (text) => expect(findLearned(text)).toEqual([]));

  test.each([
    ["How do I kill a Python process that does not stop on my computer", "english"],
    [
      "Цагдаагийн мэдээлснээр баривчлагдсан хүн урьд нь хулгай, дээрмийн хэрэгт холбогдож байсан гэж сонинд бичжээ",
      "report",
    ],
    ["Манай ангийн хүүхдүүд өдөр бүр намайг шоолоод сургуульдаа явах ч дургүй болчихлоо", "own"],
  ])("«%s» is spoken as %s", (text, way) => expect(wayOfSpeaking(text)).toBe(way));

  test("says nothing of a word or two: those are the rules' to judge", () => {
    expect(scoreMessage("Сайн уу")).toBeUndefined();
    expect(scoreMessage("| --- | --- |")).toBeUndefined();
  });

  test("scores as shares, whatever the text", () => {
    for (const text of [
      "Энэ бол нэлээд урт, гэхдээ энгийн өгүүлбэр шүү",
      "q w e r t y u i o p a s d f g",
      "үг ".repeat(500),
    ]) {
      const score = scoreMessage(text);
      expect(score?.concern ?? 0).toBeGreaterThanOrEqual(0);
      expect(score?.concern ?? 0).toBeLessThanOrEqual(1);
    }
  });

  test("has a weight for each class it tells apart", () => {
    expect(learnedWeights.scale).toHaveLength(learnedClasses.length);
    expect(learnedWeights.bias).toHaveLength(learnedClasses.length);
  });
});
