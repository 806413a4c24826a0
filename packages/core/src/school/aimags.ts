/**
 * The 21 aimags and the capital by their ISO 3166-2 codes, with their names as written in Mongolian.
 * https://www.iso.org/obp/ui/#iso:code:3166:MN
 */
export const aimagNames = {
  "MN-1": "Улаанбаатар",
  "MN-035": "Орхон",
  "MN-037": "Дархан-Уул",
  "MN-039": "Хэнтий",
  "MN-041": "Хөвсгөл",
  "MN-043": "Ховд",
  "MN-046": "Увс",
  "MN-047": "Төв",
  "MN-049": "Сэлэнгэ",
  "MN-051": "Сүхбаатар",
  "MN-053": "Өмнөговь",
  "MN-055": "Өвөрхангай",
  "MN-057": "Завхан",
  "MN-059": "Дундговь",
  "MN-061": "Дорнод",
  "MN-063": "Дорноговь",
  "MN-064": "Говьсүмбэр",
  "MN-065": "Говь-Алтай",
  "MN-067": "Булган",
  "MN-069": "Баянхонгор",
  "MN-071": "Баян-Өлгий",
  "MN-073": "Архангай",
} as const;

export type AimagCode = keyof typeof aimagNames;
export const aimagCodes = Object.keys(aimagNames) as [AimagCode, ...AimagCode[]];
