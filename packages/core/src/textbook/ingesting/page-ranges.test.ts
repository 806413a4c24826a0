import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAllRead, lanes, nextRange, openLanes, type PageRange, pagesPerRange, unreadPages } from "./page-ranges.ts";

const pagesOf = ({ fromPage, toPage }: PageRange) =>
  Array.from({ length: toPage - fromPage + 1 }, (_unused, index) => fromPage + index);

describe("ranges of pages", () => {
  it("a short book is one range", () => {
    expect(openLanes({ pageCount: 8, pagesRead: [] })).toEqual([{ fromPage: 1, toPage: 8 }]);
  });

  it("a long book begins as many ranges as there are lanes, next to each other", () => {
    const open = openLanes({ pageCount: 600, pagesRead: [] });
    expect(open).toHaveLength(lanes);
    expect(open.map(({ fromPage }) => fromPage)).toEqual(open.map((_range, lane) => lane * pagesPerRange + 1));
  });

  it("a lane goes on with its own next range, past those that are read already", () => {
    const pageCount = 600;
    const next = { fromPage: lanes * pagesPerRange + 1, toPage: (lanes + 1) * pagesPerRange };
    const first = { fromPage: 1, toPage: pagesPerRange };
    expect(nextRange({ pageCount, pagesRead: pagesOf(first) }, first)).toEqual(next);
    expect(nextRange({ pageCount, pagesRead: [...pagesOf(first), ...pagesOf(next)] }, first)?.fromPage).toBe(
      2 * lanes * pagesPerRange + 1,
    );
    expect(nextRange({ pageCount: 30, pagesRead: pagesOf(first) }, first)).toBeUndefined();
  });

  it("a range that was cut off begins at its first page that is not read", () => {
    const progress = { pageCount: 40, pagesRead: [1, 2, 3, 5] };
    expect(openLanes(progress)[0]).toEqual({ fromPage: 4, toPage: pagesPerRange });
    expect(unreadPages(progress, { fromPage: 1, toPage: 6 })).toEqual([4, 6]);
  });

  it("reads every page once however steps end, come twice and overtake each other, never more side by side than lanes", () => {
    const someSteps = fc.record({
      pageCount: fc.integer({ min: 1, max: 600 }),
      choices: fc.array(fc.nat(), { minLength: 1, maxLength: 80 }),
    });
    fc.assert(
      fc.property(someSteps, ({ pageCount, choices }) => {
        const pagesRead: number[] = [];
        let waiting = openLanes({ pageCount, pagesRead });
        let steps = 0;
        while (waiting.length > 0) {
          expect(waiting.length).toBeLessThanOrEqual(lanes);
          const choice = choices[steps % choices.length] ?? 0;
          const [range] = waiting.splice(choice % waiting.length, 1);
          if (range === undefined) throw new Error("nothing waits");
          // A step may be cut off after any number of pages but none.
          const left = unreadPages({ pageCount, pagesRead }, range);
          const done = left.slice(0, 1 + (choice % left.length));
          expect(done.some((page) => pagesRead.includes(page))).toBe(false);
          pagesRead.push(...done);
          const rest = left[done.length];
          const next = rest === undefined ? nextRange({ pageCount, pagesRead }, range) : { ...range, fromPage: rest };
          if (next) waiting = [...waiting, next];
          steps += 1;
        }
        expect(isAllRead({ pageCount, pagesRead })).toBe(true);
        expect(pagesRead).toHaveLength(pageCount);
      }),
      { numRuns: 100 },
    );
  });
});
