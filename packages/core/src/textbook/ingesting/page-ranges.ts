/** Pages 1-based, both ends included. */
export interface PageRange {
  readonly fromPage: number;
  readonly toPage: number;
}

interface Progress {
  readonly pageCount: number;
  readonly pagesRead: readonly number[];
}

/** Pages read for one message: well within a function's time, and not much to do again after a crash. */
export const pagesPerRange = 24;
/**
 * Ranges of one book that are read side by side, each by a function of its own: a scan of 300 pages takes minutes, and a
 * day's uploads still don't take every function there is.
 */
export const lanes = 8;

/** Pages of the range that are not read yet, lowest first. */
export function unreadPages({ pagesRead }: Progress, { fromPage, toPage }: PageRange): number[] {
  const read = new Set(pagesRead);
  const pages = Array.from({ length: Math.max(0, toPage - fromPage + 1) }, (_unused, index) => fromPage + index);
  return pages.filter((page) => !read.has(page));
}

export const isAllRead = ({ pageCount, pagesRead }: Progress): boolean => new Set(pagesRead).size >= pageCount;

/**
 * The first range of each lane that has pages left. The book's ranges are dealt out to the lanes in turn, and a lane reads
 * its own one after the other: so many are read side by side and no more, without anybody having to count.
 */
export function openLanes(progress: Progress): PageRange[] {
  return Array.from({ length: lanes }, (_unused, lane) => nextInLane(progress, lane)).flatMap((range) => range ?? []);
}

/** What the lane of a finished range reads next; undefined at its end. */
export const nextRange = (progress: Progress, { fromPage }: Pick<PageRange, "fromPage">): PageRange | undefined =>
  nextInLane(progress, Math.floor((fromPage - 1) / pagesPerRange) % lanes);

function nextInLane(progress: Progress, lane: number): PageRange | undefined {
  const { pageCount } = progress;
  for (let index = lane; index * pagesPerRange < pageCount; index += lanes) {
    const toPage = Math.min(pageCount, (index + 1) * pagesPerRange);
    const [fromPage] = unreadPages(progress, { fromPage: index * pagesPerRange + 1, toPage });
    if (fromPage !== undefined) return { fromPage, toPage };
  }
  return undefined;
}
