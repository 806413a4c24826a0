import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Box } from "../schema.ts";
import { divideBoxes, joinBoxes } from "./divide-boxes.ts";

describe("divideBoxes", () => {
  it("cuts a tall box where the text is cut", () => {
    const [first, second] = divideBoxes({ boxes: [[0.1, 0.2, 0.8, 0.1]], continues: [] }, 0.25);
    expect(first.boxes).toEqual([[0.1, 0.2, 0.8, 0.025]]);
    expect(second.boxes).toEqual([[0.1, 0.225, 0.8, 0.075]]);
  });

  it("gives whole boxes to the part that they belong to", () => {
    const boxes: Box[] = [
      [0.1, 0.2, 0.4, 0.1],
      [0.5, 0.2, 0.4, 0.1],
    ];
    expect(divideBoxes({ boxes, continues: [] }, 0.5).map((part) => part.boxes)).toEqual([[boxes[0]], [boxes[1]]]);
  });

  it("gives a single line to both", () => {
    const boxes: Box[] = [[0.1, 0.2, 0.8, 0.02]];
    expect(divideBoxes({ boxes, continues: [] }, 0.5).map((part) => part.boxes)).toEqual([boxes, boxes]);
  });

  it("leaves the second part a place on the page where the passage begins, though its text stands on the next", () => {
    const boxes: Box[] = [[0.1, 0.9, 0.8, 0.05]];
    const continues = [{ pdfPage: 8, boxes: [[0.1, 0.1, 0.8, 0.05] satisfies Box] }];
    const [first, second] = divideBoxes({ boxes, continues }, 0.5);
    expect(first).toEqual({ boxes, continues: [] });
    expect(second).toEqual({ boxes, continues });
  });

  it("never leaves a part without a box, nor loses height", () => {
    const box = fc.tuple(
      ...[0.1, 0.1, 0.5].map((max) => fc.double({ min: 0.01, max, noNaN: true })),
      fc.double({ min: 0.04, max: 0.3, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(box, { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (given, share) => {
          const boxes = given as unknown as Box[];
          const [first, second] = divideBoxes({ boxes, continues: [] }, share);
          const height = (all: readonly Box[]) => all.reduce((sum, each) => sum + each[3], 0);
          expect(first.boxes.length * second.boxes.length).toBeGreaterThan(0);
          expect(height(first.boxes) + height(second.boxes)).toBeGreaterThanOrEqual(height(boxes) - 0.001);
        },
      ),
    );
  });
});

describe("joinBoxes", () => {
  it.each([0.2, 0.5, 0.8])("makes a box that was cut at %s whole again", (share) => {
    for (const height of [0.02, 0.1]) {
      const boxes: Box[] = [[0.1, 0.2, 0.8, height]];
      const [first, second] = divideBoxes({ boxes, continues: [] }, share);
      expect(joinBoxes(first.boxes, second.boxes)).toEqual(boxes);
    }
  });

  it("leaves boxes of two columns or paragraphs apart", () => {
    const boxes: Box[] = [
      [0.1, 0.2, 0.3, 0.1],
      [0.5, 0.2, 0.3, 0.1],
    ];
    expect(joinBoxes(boxes.slice(0, 1), boxes.slice(1))).toEqual(boxes);
    expect(joinBoxes(boxes, [])).toEqual(boxes);
  });
});
