import type { Box, PageView } from "@ukhaan/core/textbook/schema";
import { useEffect, useRef, useState } from "react";
import { useWords } from "~/i18n/use-words.ts";

/** A box as a part of a path, a little larger than the text it holds. */
const outline = ([x, y, width, height]: Box) =>
  `M${x - 0.006} ${y - 0.002}h${width + 0.012}v${height + 0.004}h${-width - 0.012}z`;

/** A citation of an old answer may name a passage that was merged into this one since. */
export const isPassage = (passage: PageView["passages"][number], passageId: string | undefined): boolean =>
  passageId !== undefined && (passage.passageId === passageId || passage.formerIds?.includes(passageId) === true);

/** The image of a page with the passage's boxes over it. Boxes are fractions of the page, so an SVG of 1 × 1 holds them. */
export function PageImage({ page, passageId }: { page: PageView; passageId?: string | undefined }) {
  const t = useWords("books");
  const [failed, setFailed] = useState(false);
  const mark = useRef<SVGPathElement>(null);
  const { image, title, pdfPage, printedPage } = page;
  const marked = page.passages.find((passage) => isPassage(passage, passageId));
  const boxes = marked?.boxes ?? [];

  useEffect(() => {
    // Once: another page or book is another element. The passage may stand low on a long page; width and height are known, so the place is right before the image comes.
    mark.current?.scrollIntoView({ block: "center", behavior: "instant" });
  }, []);

  return (
    <div className="relative bg-white shadow-lift">
      <img
        src={image.url}
        width={image.width}
        height={image.height}
        alt={t("pageImage", { title, n: printedPage ?? pdfPage })}
        onError={() => setFailed(true)}
        className="block h-auto w-full text-black"
      />
      <svg
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        className="pointer-events-none absolute inset-0 size-full"
        aria-hidden="true"
      >
        {/* One path: where lines of the passage touch, the marker is not darker. */}
        {boxes.length > 0 && <path ref={mark} className="page-mark" d={boxes.map(outline).join("")} />}
      </svg>
      {marked && (
        <p className="sr-only">
          {t("markedPassage")}: {marked.useImage === true ? t("formulaOnImage") : marked.text}
        </p>
      )}
      {failed && (
        <p role="alert" className="absolute inset-x-0 top-1/3 p-6 text-center text-black">
          {t("imageFailed")}
        </p>
      )}
    </div>
  );
}
