import type { AddStaffInput, OpenSchoolInput } from "../../packages/core/src/school/schema.ts";

/** Password of all sample staff. The seed refuses to run anywhere but in the embedded home. */
export const samplePassword = "ukhaan-jishee-2026";

/** Family name, given name, PIN. */
export type SamplePupil = readonly [familyName: string, givenName: string, pin: string];

export interface SampleClass {
  readonly name: string;
  readonly grade: number;
  readonly code: string;
  readonly pupils: readonly SamplePupil[];
}

export type SampleStaff = Pick<AddStaffInput, "name" | "email" | "role">;

export interface SampleSchool {
  readonly school: OpenSchoolInput;
  readonly teacher: SampleStaff;
  readonly admin: SampleStaff;
  readonly classes: readonly SampleClass[];
}

/** Nobody real: names are common ones put together, addresses lie under the reserved `.example`. */
export const samplePlatformAdmin: SampleStaff = {
  name: "Жишээ Админ",
  email: "admin@ukhaan.example",
  role: "platform-admin",
};

export const sampleSchools: readonly SampleSchool[] = [
  {
    school: { name: "Жишээ 1-р сургууль", aimag: "MN-037", soum: "Дархан" },
    teacher: { name: "Жишээ Багш Оюунчимэг", email: "bagsh.darkhan@ukhaan.example", role: "teacher" },
    admin: { name: "Жишээ Захирал Ганбат", email: "zahiral.darkhan@ukhaan.example", role: "school-admin" },
    classes: [
      {
        name: "8А",
        grade: 8,
        code: "DAKH8A",
        pupils: [
          ["Батбаяр", "Болд", "4071"],
          ["Дорж", "Сараа", "8352"],
          ["Гантулга", "Номин", "6194"],
          ["Энхбат", "Тэмүүлэн", "3728"],
          ["Цэрэндорж", "Ануужин", "5083"],
          ["Мөнхбаяр", "Билгүүн", "7416"],
          ["Пүрэвсүрэн", "Өнөболд", "2953"],
          ["Лхагвасүрэн", "Уянга", "9260"],
          ["Баясгалан", "Энэрэл", "1847"],
          ["Отгонбаяр", "Хулан", "6509"],
          ["Сүхбат", "Мичид", "3174"],
          ["Нямдорж", "Ирмүүн", "8635"],
        ],
      },
      {
        name: "8Б",
        grade: 8,
        code: "DAKH86",
        pupils: [
          ["Амарсанаа", "Болор", "5728"],
          ["Бат-Эрдэнэ", "Тэлмүүн", "4193"],
          ["Ганболд", "Халиун", "7360"],
          ["Даваасүрэн", "Мөнхжин", "2847"],
          ["Жаргалсайхан", "Золбоо", "9516"],
          ["Зоригт", "Нандин", "6083"],
          ["Лувсан", "Анударь", "3459"],
          ["Мягмар", "Төгөлдөр", "8271"],
          ["Очирбат", "Мишээл", "1694"],
          ["Равдан", "Үүрийнтуяа", "5302"],
          ["Түмэнбаяр", "Чингүүн", "7948"],
          ["Чулуун", "Гэгээн", "4615"],
        ],
      },
      {
        name: "5А",
        grade: 5,
        code: "DAKH5A",
        pupils: [
          ["Алтангэрэл", "Оюу", "8027"],
          ["Базар", "Тэмүжин", "3591"],
          ["Гомбо", "Солонго", "6748"],
          ["Дамдин", "Эрхэс", "4206"],
          ["Ишдорж", "Намуун", "9473"],
          ["Лхамсүрэн", "Одгэрэл", "2735"],
          ["Наранбаатар", "Бүжин", "7184"],
          ["Пүрэвжав", "Мөнхтөр", "5960"],
          ["Сэргэлэн", "Саруул", "3842"],
          ["Төмөр", "Үлэмж", "8519"],
          ["Хүрэлбаатар", "Ягаан", "1376"],
          ["Эрдэнэбат", "Өсөхбаяр", "6251"],
        ],
      },
    ],
  },
  {
    school: { name: "Жишээ 2-р сургууль", aimag: "MN-071", soum: "Өлгий" },
    teacher: { name: "Жишээ Багш Айгүл", email: "bagsh.ulgii@ukhaan.example", role: "teacher" },
    admin: { name: "Жишээ Захирал Ерлан", email: "zahiral.ulgii@ukhaan.example", role: "school-admin" },
    classes: [
      {
        name: "8А",
        grade: 8,
        code: "EGEY8A",
        pupils: [
          ["Айбек", "Ерасыл", "4682"],
          ["Бауыржан", "Аружан", "7315"],
          ["Серік", "Нұрбол", "2904"],
          ["Қайрат", "Айзере", "8467"],
          ["Мұрат", "Дінмұхамед", "5139"],
          ["Талғат", "Әсел", "3650"],
          ["Оралбек", "Томирис", "9281"],
          ["Ганзориг", "Тэнүүн", "6073"],
          ["Бекзат", "Інжу", "1548"],
          ["Хуанбай", "Ернар", "7926"],
          ["Батсайхан", "Мандах", "4357"],
          ["Нурлан", "Гүлназ", "8190"],
        ],
      },
      {
        name: "8Б",
        grade: 8,
        code: "EGEY86",
        pupils: [
          ["Асхат", "Алихан", "3728"],
          ["Болат", "Жансая", "6491"],
          ["Ержан", "Нұрай", "8053"],
          ["Жанболат", "Арсен", "2617"],
          ["Кеңес", "Мадина", "9384"],
          ["Манарбек", "Санжар", "5206"],
          ["Рүстем", "Камила", "7849"],
          ["Сайлау", "Дәурен", "4130"],
          ["Тілек", "Аяулым", "6975"],
          ["Ұлан", "Бекнұр", "3502"],
          ["Цогтбаатар", "Хонгор", "8746"],
          ["Шынар", "Өркен", "1863"],
        ],
      },
      {
        name: "5А",
        grade: 5,
        code: "EGEY5A",
        pupils: [
          ["Абай", "Айша", "5417"],
          ["Берік", "Нұрислам", "8230"],
          ["Дархан", "Инкар", "3986"],
          ["Еркін", "Әли", "7152"],
          ["Жеңіс", "Зере", "4809"],
          ["Қанат", "Ерсұлтан", "6374"],
          ["Марат", "Медина", "2541"],
          ["Нарангэрэл", "Анир", "9618"],
          ["Сәкен", "Қуаныш", "1735"],
          ["Тоқтар", "Раяна", "8092"],
          ["Үсен", "Шыңғыс", "5763"],
          ["Хабыл", "Ясмин", "3148"],
        ],
      },
    ],
  },
];
