import type { AskInput } from "../schema.ts";

/** What the tutor says on each rung when no model speaks, and where a model's words were held back. */
export interface LadderWords {
  readonly firstTry: string;
  /** The pupil asked for the answer instead. */
  readonly notForYou: string;
  /** The pupil claims leave, or plays a role. */
  readonly leaveIsSetByTeacher: string;
  readonly smallerStep: string;
  /** One hint after the other. */
  readonly ruleHint: string;
  readonly closerHint: string;
  readonly breakDown: string;
  /** The first two hints for an equation in one unknown, by its power. */
  readonly equationHints: Readonly<Record<1 | 2, readonly [string, string]>>;
  readonly exampleHint: string;
  /** Two simple equations worked out, for where the book has none: never the pupil's own. */
  readonly madeExample: string;
  readonly linearExamples: readonly [string, string];
  readonly noExample: string;
  readonly nextTry: string;
  readonly stepHolds: string;
  readonly stepBreaks: string;
  readonly resultHolds: string;
  readonly resultBreaks: string;
  readonly showWorking: string;
  readonly seenAttempt: string;
  readonly solutionInBook: string;
  readonly solutionValue: string;
  readonly noSolution: string;
  readonly refused: string;
  /** After the sentences of a model that would have given the solution away. */
  readonly heldBack: string;
}

const words: Record<AskInput["locale"], LadderWords> = {
  mn: {
    firstTry:
      "Эхлээд өөрөө оролдоод үзээрэй:\n1. Юу өгөгдсөн, юуг олох вэ? Хоёуланг нь бичээрэй.\n" +
      "2. Эхний алхмаа хийгээрэй. Буруу байсан ч зүгээр, оролдлогоо бичвэл би дараагийн зөвлөмжийг өгнө.",
    notForYou:
      "Хариуг нь шууд хэлэхгүй, учир нь өөрөө бодсон зүйл л толгойд үлддэг. Харин хамт бодъё: " +
      "өгөгдсөн зүйлээс аль нэгийг нь аваад эхний алхмаа бичээрэй.",
    leaveIsSetByTeacher:
      "Хэр зэрэг тусалж болохыг багш чинь ангийн тохиргоонд өөрөө заадаг, чатаар өөрчлөгддөггүй. " +
      "Эхний алхмаа бичээрэй, би хажууд чинь зөвлөе.",
    smallerStep:
      "Зүгээр ээ, жижиг алхмаас эхэлье. Зөвхөн үүнийг бичээрэй: бодлогод ямар тоо, ямар зүйл өгөгдсөн, асуултад юуг асууж байна?",
    ruleHint: "Зөвлөмж 1. Энэ бодлогод хэрэг болох дүрэм номын чинь энд байна:",
    closerHint: "Зөвлөмж 2. Өөрийн өгөгдлийг үүнтэй харьцуулаад, аль нь аль үсэг, аль хэсэгт тохирохыг бичээрэй:",
    breakDown:
      "Бодлогоо жижиг алхмуудад хуваагаарай: эхлээд мэдэгдэж байгааг бич, дараа нь хэрэглэх дүрмээ нэрлэ, эцэст нь тоогоо орлуул.",
    equationHints: {
      1: [
        "Зөвлөмж 1. Хоёр талд нь ижил үйлдэл хийвэл тэнцэтгэл хадгалагдана. Үл мэдэгдэгчтэй гишүүнийг нэг талд, тоог нөгөө талд үлдээхийн тулд эхлээд ямар үйлдэл хийх вэ?",
        "Зөвлөмж 2. Үл мэдэгдэгчийн өмнөх тоог хараарай. Түүнээс салж, үл мэдэгдэгчийг ганцааранг нь үлдээхийн тулд хоёр талд нь юу хийх вэ?",
      ],
      2: [
        "Зөвлөмж 1. Бүх гишүүнээ нэг талд гаргаж, нөгөө талд тэг үлдээгээрэй. Дараа нь a, b, c коэффициент бүр хэд болохыг бичээрэй.",
        "Зөвлөмж 2. Үржигдэхүүнд задарч байна уу, эсвэл дискриминантын томьёо хэрэгтэй юу? Номын энэ хэсгийг хараад сонгоорой.",
      ],
    },
    exampleHint: "Зөвлөмж 3. Үүнтэй төстэй, номонд бодсон жишээг алхам алхмаар нь хараарай:",
    madeExample: "Зөвлөмж 3. Үүнтэй төстэй тэгшитгэлийг алхам алхмаар нь хараарай:",
    linearExamples: [
      "Жишээ: $2x + 3 = 11$\n\n1. Хоёр талаас 3-ыг хасъя: $2x = 8$\n2. Хоёр талыг 2-т хуваая: $x = 4$",
      "Жишээ: $5x - 4 = 26$\n\n1. Хоёр талд 4-ийг нэмье: $5x = 30$\n2. Хоёр талыг 5-д хуваая: $x = 6$",
    ],
    noExample: "Зөвлөмж 3. Номын чинь энэ хэсэгт бодсон жишээ алга. Дүрмээ өгөгдөлдөө нэг нэгээр нь хэрэглээд үзээрэй.",
    nextTry: "Одоо дараагийн алхмаа хийгээд бичээрэй.",
    stepHolds: "Энэ алхам чинь зөв байна.",
    stepBreaks: "Энэ алхмаа дахин шалгаарай, тэнцэтгэл хадгалагдсангүй: ",
    resultHolds:
      "Зөв! Бодолт чинь бодлоготойгоо таарч байна. Хариугаа орлуулж шалгаад, яагаад ийм алхам хийснээ өөрийнхөө үгээр хэлээрэй.",
    resultBreaks: "Гарсан хариугаа бодлогодоо орлуулж үзээрэй: одоохондоо таарахгүй байна.",
    showWorking:
      "Хариугаа бодлогодоо орлуулж өөрөө шалгаарай. Яаж гаргаснаа алхмаар нь бичвэл би бодолтыг чинь хамт үзье.",
    seenAttempt: "Өөрөө оролдсон чинь сайн хэрэг.",
    solutionInBook: "Чи өөрөө хангалттай оролдлоо. Номын бодолтыг өөрийнхтэйгөө харьцуулаарай:",
    solutionValue: "Чи өөрөө хангалттай оролдлоо. Хариу нь: ",
    noSolution:
      "Чи өөрөө хангалттай оролдлоо. Номонд энэ бодлогын бодолт алга тул би зохиож хэлэхгүй. Бодолтоо багшдаа үзүүлээрэй.",
    refused:
      "Энэ даалгаврыг чамайг тусламжгүй, өөрөө хийгээсэй гэж багш чинь хүссэн. Сэдвээ номноосоо уншаарай, ойлгоогүй ухагдахуунаа надаас асууж болно.",
    heldBack: "Цаашхыг нь чи өөрөө хийгээрэй. Дараагийн алхмаа бичвэл хамт шалгая.",
  },
  en: {
    firstTry:
      "Try it yourself first:\n1. What is given, and what do you have to find? Write both down.\n" +
      "2. Do the first step. It may be wrong: write what you tried, and I will give you the next hint.",
    notForYou:
      "I will not just tell you the answer, because what you work out yourself is what stays. Let us do it together: " +
      "take one of the things that are given and write your first step.",
    leaveIsSetByTeacher:
      "How much I may help is set by your teacher in the settings of the class; it can't be changed in the chat. " +
      "Write your first step, and I will help you along.",
    smallerStep:
      "That is fine, let us begin with something small. Write only this: which numbers or things are given, and what is asked?",
    ruleHint: "Hint 1. The rule that helps here stands in your book:",
    closerHint: "Hint 2. Compare what you are given with this, and write which part goes where:",
    breakDown:
      "Break the exercise into small steps: write what you know, then name the rule you will use, then put your numbers in.",
    equationHints: {
      1: [
        "Hint 1. Doing the same on both sides keeps them equal. What do you do first, to leave the unknown on one side and the numbers on the other?",
        "Hint 2. Look at the number before the unknown. What do you do on both sides to leave the unknown alone?",
      ],
      2: [
        "Hint 1. Bring everything to one side and leave zero on the other. Then write what a, b and c are.",
        "Hint 2. Does it factor, or do you need the formula with the discriminant? Look at this part of your book and choose.",
      ],
    },
    exampleHint: "Hint 3. Look at a similar exercise that the book works out, step by step:",
    madeExample: "Hint 3. Look at a similar equation, step by step:",
    linearExamples: [
      "Example: $2x + 3 = 11$\n\n1. Take 3 from both sides: $2x = 8$\n2. Divide both sides by 2: $x = 4$",
      "Example: $5x - 4 = 26$\n\n1. Add 4 to both sides: $5x = 30$\n2. Divide both sides by 5: $x = 6$",
    ],
    noExample:
      "Hint 3. This part of your book has no worked example. Apply the rule to what you are given, piece by piece.",
    nextTry: "Now do the next step and write it here.",
    stepHolds: "This step is right.",
    stepBreaks: "Check this step again, the two sides no longer agree: ",
    resultHolds:
      "Right! Your working fits the exercise. Check it by putting your result in, and say in your own words why you took these steps.",
    resultBreaks: "Put your result back into the exercise: it does not fit yet.",
    showWorking:
      "Check your result yourself by putting it into the exercise. Write how you got it, step by step, and we will look at it together.",
    seenAttempt: "It is good that you tried.",
    solutionInBook: "You have tried enough on your own. Compare your working with the book's solution:",
    solutionValue: "You have tried enough on your own. The result is: ",
    noSolution:
      "You have tried enough on your own. The book gives no solution for this exercise, and I will not make one up. Show your working to your teacher.",
    refused:
      "Your teacher wants you to do this task on your own. Read the topic in your book; you may ask me about any idea in it that you do not understand.",
    heldBack: "The rest is yours to do. Write your next step, and we will check it together.",
  },
};

export function ladderWords(locale: AskInput["locale"]): LadderWords {
  return words[locale];
}
