import type { PinCard } from "@ukhaan/core/school/schema";
import { useWords } from "~/i18n/use-words.ts";
import { Button, ButtonLink } from "../../button.tsx";
import { Notice } from "../../notice.tsx";
import { PinCardFace } from "./pin-card-face.tsx";

/** 2 × 5 cards fill an A4 page. */
const cardsPerPage = 10;

interface PinCardSheetsProps {
  cards: readonly PinCard[];
  /** Where the QR codes lead: scheme and host of this site. */
  origin: string;
  classroomId: string;
}

/** The cards that were just made, ready to print. They are nowhere else: the next page is without them. */
export function PinCardSheets({ cards, origin, classroomId }: PinCardSheetsProps) {
  const t = useWords("teach");
  const pages = Array.from({ length: Math.ceil(cards.length / cardsPerPage) }, (_, page) =>
    cards.slice(page * cardsPerPage, (page + 1) * cardsPerPage),
  );
  return (
    <>
      <div className="mb-6 grid gap-4 print:hidden">
        <Notice look="warm" icon="alert" announced>
          <p className="font-medium">{t("cardsReady", { n: cards.length })}</p>
          <p>{t("cardsOnce")}</p>
        </Notice>
        <div className="flex flex-wrap gap-2">
          <Button look="main" icon="printer" onClick={() => window.print()}>
            {t("print")}
          </Button>
          <ButtonLink to={`/teach/classes/${classroomId}`} icon="check">
            {t("cardsDone")}
          </ButtonLink>
        </div>
      </div>
      <div className="grid gap-6 print:block">
        {pages.map((page) => (
          <ul key={page[0]?.studentId} lang="mn" className="pin-sheet">
            {page.map((card) => (
              <PinCardFace key={card.studentId} card={card} origin={origin} />
            ))}
          </ul>
        ))}
      </div>
    </>
  );
}
