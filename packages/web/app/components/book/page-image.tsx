import type { PageView } from "@ukhaan/core/textbook/schema";
import { useEffect, useRef, useState } from "react";
import { useWords } from "~/i18n/use-words.ts";

/** The image of a page with the passage's boxes over it. Boxes are fractions of the page, so an SVG of 1 × 1 holds them. */
export function PageImage({ page, passageId }: { page: PageView; passageId?: string | undefined }) {
  const t = useWords("books");
  const [failed, setFailed] = useState(false);
  const firstMark = useRef<SVGRectElement>(null);
  const { image, title, pdfPage, printedPage } = page;
  const boxes = page.passages.find((passage) => passage.passageId === passageId)?.boxes ?? [];

  useEffect(() => {
    // The passage may stand low on a long page; width and height are known, so the place is right before the image comes.
    firstMark.current?.scrollIntoView({ block: "center", behavior: "instant" });
  }, [passageId]);

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
        role="img"
        aria-label={boxes.length > 0 ? t("markedPassage") : undefined}
        aria-hidden={boxes.length === 0}
      >
        {boxes.map(([x, y, width, height], position) => (
          <rect
            key={position}
            ref={position === 0 ? firstMark : undefined}
            className="page-mark"
            x={x - 0.006}
            y={y - 0.002}
            width={width + 0.012}
            height={height + 0.004}
          />
        ))}
      </svg>
      {failed && (
        <p role="alert" className="absolute inset-x-0 top-1/3 p-6 text-center text-black">
          {t("imageFailed")}
        </p>
      )}
    </div>
  );
}
