import type { Subject } from "@ukhaan/core/textbook/schema";

export const subjects = {
  mathematics: "Математик",
  mongolian: "Монгол хэл",
  literature: "Уран зохиол",
  "mongolian-script": "Үндэсний бичиг",
  "natural-science": "Байгалийн ухаан",
  biology: "Биологи",
  physics: "Физик",
  chemistry: "Хими",
  geography: "Газарзүй",
  history: "Түүх",
  "social-studies": "Нийгмийн ухаан",
  informatics: "Мэдээлэл зүй",
  english: "Англи хэл",
  russian: "Орос хэл",
  health: "Эрүүл мэнд",
  "design-technology": "Дизайн технологи",
} as const satisfies Record<Subject, string>;
