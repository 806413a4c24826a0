import type { AskInput } from "../schema.ts";

/** Sentences of an answer that no model writes, in the language of the interface. */
export interface FixedSentences {
  readonly notInBooks: string;
  readonly greeting: string;
  readonly thanks: string;
  readonly farewell: string;
  /** Before sentences of the book when a model stopped in the middle. */
  readonly bookGoesOn: string;
  readonly exerciseIntro: string;
  readonly exerciseSteps: string;
  readonly fromAnotherBook: string;
}

const sentences: Record<AskInput["locale"], FixedSentences> = {
  mn: {
    notInBooks:
      "Энэ таны сурах бичигт алга. Би зөвхөн сурах бичигт байгаа зүйлээр хариулдаг тул таамаглаж хэлэхгүй. " +
      "Асуултаа өөр үгээр, сэдвийн нэртэй нь асуугаад үзээрэй, эсвэл багшаасаа асуугаарай.",
    greeting: "Сайн байна уу! Би чиний сурах бичгээр хичээлд чинь тусална. Аль сэдвээр юу асуух вэ?",
    thanks: "Зүгээр ээ! Дараагийн асуултаа хүссэн үедээ бичээрэй.",
    farewell: "Баяртай! Амжилт хүсье, дахин уулзъя.",
    bookGoesOn: "Сурах бичигт цааш нь ингэж бичжээ:",
    exerciseIntro: "Энэ дасгалыг хариуг нь шууд хэлэлгүй, хамт алхам алхмаар бодъё. Эхлээд номын энэ хэсгийг уншаарай:",
    exerciseSteps:
      "Одоо чиний ээлж:\n1. Юу өгөгдсөн, юуг олох вэ? Хоёуланг нь бичээрэй.\n" +
      "2. Дээрх дүрэм, томьёоноос аль нь хэрэг болох вэ?\n3. Эхний алхмаа хийгээд надад бичээрэй, хамт шалгая.",
    fromAnotherBook: "Үүнтэй холбоотой хэсэг:",
  },
  en: {
    notInBooks:
      "This is not in your textbooks. I answer only from what the books say, so I will not guess. " +
      "Try asking in other words, with the name of the topic, or ask your teacher.",
    greeting: "Hello! I help you with your lessons, from your own textbooks. What would you like to ask?",
    thanks: "You are welcome! Write your next question whenever you like.",
    farewell: "Goodbye! Good luck, and see you again.",
    bookGoesOn: "The textbook goes on:",
    exerciseIntro:
      "Let us work this exercise out step by step instead of jumping to the answer. Read this part of the book first:",
    exerciseSteps:
      "Now it is your turn:\n1. What is given, and what do you have to find? Write both down.\n" +
      "2. Which rule or formula above will help?\n3. Do the first step, write it to me, and we will check it together.",
    fromAnotherBook: "A part that belongs to it:",
  },
};

export function fixedSentences(locale: AskInput["locale"]): FixedSentences {
  return sentences[locale];
}
