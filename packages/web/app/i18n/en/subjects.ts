import type { subjects as source } from "../mn/subjects.ts";
import type { Translation } from "../words.ts";

export const subjects: Translation<typeof source> = {
  mathematics: "Mathematics",
  mongolian: "Mongolian",
  literature: "Literature",
  "mongolian-script": "Mongolian script",
  "natural-science": "Natural science",
  biology: "Biology",
  physics: "Physics",
  chemistry: "Chemistry",
  geography: "Geography",
  history: "History",
  "social-studies": "Social studies",
  informatics: "Informatics",
  english: "English",
  russian: "Russian",
  health: "Health",
  "design-technology": "Design and technology",
};
