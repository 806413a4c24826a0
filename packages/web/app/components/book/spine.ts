import type { Subject } from "@ukhaan/core/textbook/schema";

/** Colour of a subject's books, as a background class: one colour a family of subjects. */
export const spineOf: Readonly<Record<Subject, string>> = {
  mathematics: "bg-spine-numbers",
  informatics: "bg-spine-numbers",
  biology: "bg-spine-nature",
  "natural-science": "bg-spine-nature",
  health: "bg-spine-nature",
  physics: "bg-spine-matter",
  chemistry: "bg-spine-matter",
  mongolian: "bg-spine-language",
  literature: "bg-spine-language",
  "mongolian-script": "bg-spine-language",
  english: "bg-spine-language",
  russian: "bg-spine-language",
  geography: "bg-spine-people",
  history: "bg-spine-people",
  "social-studies": "bg-spine-people",
  "design-technology": "bg-spine-making",
};
