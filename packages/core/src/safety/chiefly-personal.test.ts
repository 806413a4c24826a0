import { expect, test } from "vitest";
import { isChieflyPersonal } from "./chiefly-personal.ts";

test.each([
  "Миний утас [утасны дугаар] энэ дугаар руу залгаарай",
  "minii utas [утасны дугаар] zalgaarai",
  "Намайг Болд гэдэг, утас [утасны дугаар]",
  "Манай гэр [хаяг], ирээрэй",
  "[утасны дугаар]",
])("«%s» is about personal data", (text) => expect(isChieflyPersonal(text)).toBe(true));

test.each([
  "Миний утас [утасны дугаар], эс гэж юу вэ?",
  "эсийн бүтэц тайлбарлаж өг, [утасны дугаар]",
  "Фотосинтез [утасны дугаар]",
])("«%s» has a question of a lesson", (text) => expect(isChieflyPersonal(text)).toBe(false));
