import { expect, test } from "vitest";
import { corruptions } from "../../../../../tests/evals/text-layer-corruptions.ts";
import { repairOutline } from "./repair-outline.ts";

const outline = ["БҮЛЭГ 1. ФОТОСИНТЕЗ", "1.1 Ургамал хоол тэжээлээ хэрхэн бүтээдэг вэ?", "Нэр томьёо"].map(
  (title, at) => ({
    level: at === 1 ? 2 : 1,
    title,
    pdfPage: at + 2,
  }),
);

test("titles in a legacy encoding become readable, everything else of an entry stays", () => {
  const damaged = outline.map((entry) => ({ ...entry, title: corruptions["cp1251"]?.(entry.title) ?? "" }));
  expect(damaged[0]?.title).not.toBe(outline[0]?.title);
  expect(repairOutline(damaged)).toEqual(outline);
});

test("clean titles, and none at all, come back as they were", () => {
  expect(repairOutline(outline)).toEqual(outline);
  expect(repairOutline([])).toEqual([]);
});
