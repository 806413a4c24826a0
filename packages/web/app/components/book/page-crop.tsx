import type { Box, PageView } from "@ukhaan/core/textbook/schema";

interface Props {
  image: PageView["image"];
  boxes: readonly Box[];
  /** What is read aloud in its place. */
  label: string;
}

/** A little air around the boxes, as parts of the page. */
const air = 0.006;

/** Parts of a page's image, as large as they are on the page: what can't be told in text. */
export function PageCrop({ image: { url, width, height }, boxes, label }: Props) {
  return (
    <span className="grid justify-items-start gap-1">
      {boxes.map(([x, y, boxWidth, boxHeight], position) => {
        const [w, h] = [(boxWidth + 2 * air) * width, (boxHeight + 2 * air) * height];
        return (
          <svg
            key={position}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img can't show a part of an image without a style of its own
            role="img"
            aria-label={label}
            viewBox={`${(x - air) * width} ${(y - air) * height} ${w} ${h}`}
            width={w / 2}
            height={h / 2}
            className="h-auto max-w-full rounded-sm bg-white"
          >
            <image href={url} width={width} height={height} />
          </svg>
        );
      })}
    </span>
  );
}
