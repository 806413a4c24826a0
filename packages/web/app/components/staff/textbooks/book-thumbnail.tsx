import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { useState } from "react";
import { Icon } from "../../icon.tsx";

const addressOf = (textbookId: string, pdfPage: number) => `/admin/textbooks/${textbookId}/thumbnails/${pdfPage}`;

interface PageImageProps {
  textbookId: string;
  pdfPage: number;
  className?: string;
}

/** Small image of one page, loaded when it comes into view; what it shows must stand beside it in words. */
export function PageImage({ textbookId, pdfPage, className = "" }: PageImageProps) {
  const [failed, setFailed] = useState(false);
  if (failed) return <NoImage className={className} />;
  return (
    <img
      src={addressOf(textbookId, pdfPage)}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setFailed(true)}
      className={`aspect-[5/7] rounded-sm border border-line bg-white object-contain ${className}`}
    />
  );
}

/** First page of a book, or a sign in its place until there is one. */
export function BookThumbnail({ book, className = "" }: { book: TextbookView; className?: string }) {
  if (book.state !== "ready" && book.state !== "replaced") return <NoImage className={className} />;
  return <PageImage textbookId={book.textbookId} pdfPage={1} className={className} />;
}

function NoImage({ className }: { className: string }) {
  return (
    <span
      className={`grid aspect-[5/7] place-items-center rounded-sm border border-line bg-sunken text-ink-soft ${className}`}
    >
      <Icon name="book" className="size-6" />
    </span>
  );
}
