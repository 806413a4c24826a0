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
  /** It can't be told which exercise is meant. */
  readonly whichExercise: string;
  /** «Test me», «an example» before any topic. */
  readonly whichTopic: string;
  readonly quizIntro: string;
  readonly quizOutro: string;
  /** No question of the book to ask: the definition is asked about. */
  readonly noQuiz: string;
  readonly exampleToTry: string;
  /** The book has no example; its definition follows. */
  readonly noExample: string;
  readonly fromAnotherBook: string;
  /** Before the number of a passage that is shown as its part of the page. */
  readonly formulaOnPage: string;
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
    exerciseIntro: "Энэ дасгалыг хариуг нь шууд хэлэлгүй, хамт алхам алхмаар бодъё.",
    whichExercise:
      "За, хамт бодъё! Аль номын хэддүгээр хуудсан дээрх дасгал, бодлого вэ? " +
      "Өгүүлбэрийг нь бүтнээр нь бичээд өгвөл дүрмийг нь номноос чинь олж, алхам алхмаар ярилцъя.",
    whichTopic: "За тэгье! Аль сэдвээр вэ? Сэдвийнхээ нэрийг бичээрэй, жишээ нь «фотосинтез».",
    quizIntro: "За, шалгаж үзье! Номынхоо энэ асуултад өөрөө хариулаад үзээрэй:",
    quizOutro: "Яарах хэрэггүй. Хариултаа өөрийнхөө үгээр бичээрэй, хамт шалгая.",
    noQuiz:
      "Энэ сэдвийн дасгал номд чинь олдсонгүй. Тэгвэл би асууя: энэ юу болохыг, ямар онцлогтойг өөрийнхөө үгээр хэлж чадах уу? " +
      "Ном руугаа харалгүй бичээд үзээрэй.",
    exampleToTry: "Энэ хэсэгт тусдаа жишээ алга. Харин номын чинь энэ дасгал дээр туршаад үзээрэй:",
    noExample: "Номын чинь энэ хэсэгт жишээ олдсонгүй. Утгыг нь дахин уншаад, өөрөө нэг жишээ бодоод бичээрэй:",
    fromAnotherBook: "Үүнтэй холбоотой хэсэг:",
    formulaOnPage: "Томьёог нь номынхоо хуудаснаас хараарай:",
  },
  en: {
    notInBooks:
      "This is not in your textbooks. I answer only from what the books say, so I will not guess. " +
      "Try asking in other words, with the name of the topic, or ask your teacher.",
    greeting: "Hello! I help you with your lessons, from your own textbooks. What would you like to ask?",
    thanks: "You are welcome! Write your next question whenever you like.",
    farewell: "Goodbye! Good luck, and see you again.",
    bookGoesOn: "The textbook goes on:",
    exerciseIntro: "Let us work this exercise out step by step instead of jumping to the answer.",
    whichExercise:
      "Let us work it out together! Which book and which page is the exercise on? " +
      "Write its whole text here, and I will find the rule in your book and go through it with you step by step.",
    whichTopic: "Gladly! About which topic? Write its name, for example “photosynthesis”.",
    quizIntro: "Let us see! Try to answer this question of your book yourself:",
    quizOutro: "Take your time. Write the answer in your own words, and we will check it together.",
    noQuiz:
      "Your book has no exercise on this topic. Then I will ask: can you say in your own words what it is and what is special about it? " +
      "Try to write it without looking.",
    exampleToTry: "There is no example of its own here, but you can try it on this exercise of your book:",
    noExample: "This part of your book has no example. Read once more what it means, and write an example of your own:",
    fromAnotherBook: "A part that belongs to it:",
    formulaOnPage: "See the formula on the page of your book:",
  },
};

export function fixedSentences(locale: AskInput["locale"]): FixedSentences {
  return sentences[locale];
}
