import type { ReviewPageView } from "@ukhaan/core/textbook";
import type { Box } from "@ukhaan/core/textbook/schema";
import { useEffect, useRef, useState } from "react";
import { useWords } from "~/i18n/use-words.ts";

const outline = ([x, y, width, height]: Box) =>
  `M${x - 0.006} ${y - 0.002}h${width + 0.012}v${height + 0.004}h${-width - 0.012}z`;

interface Props {
  page: ReviewPageView;
  /** The passage that is looked at. */
  active: string | undefined;
}

/** The page's image: every passage outlined, the one that is looked at marked. A press on a passage leads to its text. */
export function MarkedImage({ page, active }: Props) {
  const t = useWords("review");
  const [failed, setFailed] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  const { image, passages, pdfPage } = page;

  useEffect(() => {
    const box = passages.find(({ passageId }) => passageId === active)?.boxes[0];
    const element = pane.current;
    if (!box || !element) return;
    // Only this pane moves: the page must not jump under the cursor that is typing.
    const top = box[1] * element.scrollHeight;
    const isSeen =
      top >= element.scrollTop && top + box[3] * element.scrollHeight <= element.scrollTop + element.clientHeight;
    if (!isSeen) element.scrollTo({ top: Math.max(0, top - element.clientHeight / 4), behavior: "smooth" });
  }, [active, passages]);

  return (
    <div
      ref={pane}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the arrow keys
      tabIndex={0}
      className="max-h-[34dvh] overflow-auto rounded-md border border-line bg-sunken lg:max-h-[calc(100dvh-2rem)]"
    >
      <div className="relative bg-white">
        <img
          src={image.url}
          width={image.width}
          height={image.height}
          alt={t("pageImage", { n: pdfPage })}
          onError={() => setFailed(true)}
          className="block h-auto w-full text-black"
        />
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true" className="absolute inset-0 size-full">
          {passages.map(({ passageId, boxes }) => (
            // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- for the mouse alone: the texts stand beside it
            <a key={passageId} href={`#${passageId}`} tabIndex={-1}>
              <path className={passageId === active ? "page-mark" : "review-mark"} d={boxes.map(outline).join("")} />
            </a>
          ))}
        </svg>
        {failed && (
          <p role="alert" className="absolute inset-x-0 top-1/3 p-6 text-center text-black">
            {t("imageFailed")}
          </p>
        )}
      </div>
    </div>
  );
}
