import { expect, test } from "vitest";
import { turnMarks } from "./turn-marks.ts";

const page = { pdfPage: 1, width: 600, height: 800, blocks: [] };

test("a mark on a straightened scan lies where the words stand on the crooked image", () => {
  const mark = { pdfPage: 1, box: [0.8, 0.49, 0.1, 0.02] } as const;
  const [turned] = turnMarks([{ ...mark, box: [...mark.box] }], [{ ...page, turnedDegrees: 1.5 }]);
  // To the right of the middle the crooked image's lines climb: 210 points × sin 1.5° = 5.5 points of 800.
  expect(turned?.box[0]).toBeCloseTo(0.8, 2);
  expect(turned?.box[1]).toBeCloseTo(0.49 - 5.5 / 800, 3);
  expect(turned?.box.slice(2)).toEqual([0.1, 0.02]);
});

test("marks never leave the page, and those of text layers stay as they are", () => {
  const mark = { pdfPage: 1, box: [0.95, 0, 0.05, 0.02] as [number, number, number, number] };
  expect(turnMarks([mark], [page])).toEqual([mark]);
  const [turned] = turnMarks([mark], [{ ...page, turnedDegrees: 1.5 }]);
  const [x = 0, y = 0, width = 0, height = 0] = turned?.box ?? [];
  expect(y).toBe(0);
  expect(height).toBeGreaterThan(0);
  expect(x + width).toBeLessThanOrEqual(1);
});
