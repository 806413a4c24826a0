/** What the library shows about a sample book before its PDF is opened. */
export interface SampleBook {
  /** Folder of the source and name of the PDF. */
  slug: string;
  /** Path of the PDF, relative to this folder. */
  file: string;
  title: string;
  subject: "biology" | "physics" | "mathematics" | "natural-science";
  grade: number;
  year: number;
  edition: number;
  language: "mn";
  licence: "CC0-1.0";
  publisher: string;
}

const publisher = "Ухаан төсөл";

export const sampleBooks: readonly SampleBook[] = [
  {
    slug: "biologi-8",
    file: "pdf/biologi-8.pdf",
    title: "Биологи VIII",
    subject: "biology",
    grade: 8,
    year: 2026,
    edition: 1,
    language: "mn",
    licence: "CC0-1.0",
    publisher,
  },
  {
    slug: "fizik-8",
    file: "pdf/fizik-8.pdf",
    title: "Физик VIII",
    subject: "physics",
    grade: 8,
    year: 2026,
    edition: 1,
    language: "mn",
    licence: "CC0-1.0",
    publisher,
  },
  {
    slug: "matematik-8",
    file: "pdf/matematik-8.pdf",
    title: "Математик VIII",
    subject: "mathematics",
    grade: 8,
    year: 2026,
    edition: 1,
    language: "mn",
    licence: "CC0-1.0",
    publisher,
  },
  {
    slug: "baigal-5",
    file: "pdf/baigal-5.pdf",
    title: "Байгалийн ухаан V",
    subject: "natural-science",
    grade: 5,
    year: 2026,
    edition: 1,
    language: "mn",
    licence: "CC0-1.0",
    publisher,
  },
];
