import type { Subject } from "@ukhaan/core/textbook/schema";
import { useState } from "react";
import { spineOf } from "./spine.ts";

interface Props {
  textbookId: string;
  title: string;
  subject: Subject;
}

/** A book standing on the shelf: its first page, or its title on paper until that has come. Decoration: the title stands beside it. */
export function BookCover({ textbookId, title, subject }: Props) {
  const [failed, setFailed] = useState(false);
  return (
    <div
      aria-hidden="true"
      className="flex aspect-[3/4] w-full overflow-hidden rounded-sm border border-line bg-white shadow-lift"
    >
      <span className={`w-2 shrink-0 ${spineOf[subject]}`} />
      {failed ? (
        <span className="p-3 font-semibold text-black">{title}</span>
      ) : (
        <img
          src={`/books/${textbookId}/cover`}
          alt=""
          loading="lazy"
          onError={() => setFailed(true)}
          className="min-w-0 flex-1 object-cover object-top"
        />
      )}
    </div>
  );
}
