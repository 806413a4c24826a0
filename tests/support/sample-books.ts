import type { Passage } from "../../packages/core/src/textbook/schema.ts";
import { samplePassage } from "./sample-passage.ts";

const photosynthesis = "2.1. Фотосинтез гэж юу вэ";
const cell = "1.1. Эс бол амьдралын нэгж";
const law = "3.2. Ньютоны хоёрдугаар хууль";

/** A few pages of made-up books of grade 8 and one of grade 5: enough to answer, to follow up and to find nothing. */
export function sampleBooks(): readonly Passage[] {
  const texts: readonly (Pick<Passage, "text" | "section" | "chapter"> & Partial<Passage>)[] = [
    {
      chapter: "Фотосинтез",
      section: photosynthesis,
      text: "Фотосинтез гэдэг нь ногоон ургамал гэрлийн энергийг ашиглан нүүрсхүчлийн хий, уснаас органик бодис нийлэгжүүлж, хүчилтөрөгч ялгаруулах үйл явц юм.",
    },
    {
      chapter: "Фотосинтез",
      section: photosynthesis,
      text: "Фотосинтез навчны ногоон эсийн хлоропласт дотор явагддаг. Хлоропласт доторх ногоон будагч бодисыг хлорофилл гэж нэрлэдэг.",
    },
    {
      chapter: "Фотосинтез",
      section: photosynthesis,
      kind: "formula",
      text: "Фотосинтезийн ерөнхий тэгшитгэл:\n$6CO_2 + 6H_2O \\to C_6H_{12}O_6 + 6O_2$",
    },
    { chapter: "Эс", section: cell, text: "Эс гэдэг нь амьд биеийн бүтэц, үйл ажиллагааны хамгийн бага нэгж юм." },
    {
      chapter: "Эс",
      section: cell,
      text: "1665 онд английн эрдэмтэн Роберт Хук үйсний зүсмэлийг микроскопоор хараад эсийг анх нээжээ.",
    },
    {
      chapter: "Эс",
      section: cell,
      kind: "exercise",
      text: "Дасгал 3. Булчингийн эсэд арьсны эсийнхээс олон митохондри байдгийн учрыг тайлбарла.",
    },
    {
      chapter: "Хүч",
      section: law,
      subject: "physics",
      bookTitle: "Физик 8",
      text: "Ньютоны хоёрдугаар хууль: биеийн хурдатгал түүнд үйлчлэх хүчтэй шууд, масстай нь урвуу хамааралтай. $a = \\frac{F}{m}$",
    },
    {
      chapter: "Хөрс",
      section: "Хөрс",
      subject: "natural-science",
      bookTitle: "Байгаль 5",
      grade: 5,
      text: "Хөрс гэдэг нь газрын гадаргын үржил шимт сэвсгэр үе юм.",
    },
  ];
  return texts.map((parts, order) => samplePassage({ ...parts, order }));
}
