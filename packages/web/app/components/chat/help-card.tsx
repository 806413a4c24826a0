import type { RedirectCard } from "@ukhaan/core/safety/schema";
import type { ReactNode } from "react";
import { Icon } from "~/components/icon.tsx";
import { useWords } from "~/i18n/use-words.ts";

type WordsOfChat = ReturnType<typeof useWords<"chat">>;

/** Help instead of an answer. The crisis card shows 108 first: the child helpline, free, day and night, all Mongolia. */
export function HelpCard({ card }: { card: RedirectCard }) {
  const t = useWords("chat");
  switch (card) {
    case "crisis":
      return (
        <CareCard title={t("crisisTitle")} text={t("crisisText")}>
          <HelplineButton t={t} />
          <EmergencyNumbers t={t} />
          <p>{t("crisisMore")}</p>
        </CareCard>
      );
    case "danger":
      return (
        <CareCard title={t("dangerTitle")} text={t("dangerText")}>
          <HelplineButton t={t} />
          <EmergencyNumbers t={t} />
        </CareCard>
      );
    case "do-it-together":
      return <PlainCard icon="people" title={t("togetherTitle")} text={t("togetherText")} />;
    case "private-data":
      return <PlainCard icon="shield" title={t("privateTitle")} text={t("privateText")} />;
    case "not-for-lessons":
      return <PlainCard icon="book" title={t("notForLessonsTitle")} text={t("notForLessonsText")} />;
    case "not-allowed":
      return <PlainCard icon="shield" title={t("notAllowedTitle")} text={t("notAllowedText")} />;
    case "not-safe":
      return <PlainCard icon="shield" title={t("notSafeTitle")} text={t("notSafeText")} />;
    case "be-kind":
      return <PlainCard icon="heart" title={t("beKindTitle")} text={t("beKindText")} />;
    case "ask-an-adult":
      return <PlainCard icon="people" title={t("askAdultTitle")} text={t("askAdultText")} />;
    case "stopped":
      return <PlainCard icon="shield" title={t("stoppedTitle")} text={t("stoppedText")} />;
  }
}

function CareCard({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="grid gap-4 rounded-lg border border-care-line bg-care p-5 text-care-ink">
      <div className="flex gap-3">
        <Icon name="heart" className="mt-0.5 size-6" />
        <div className="grid gap-1.5">
          <h3 className="text-xl">{title}</h3>
          <p className="text-[1.0625rem] leading-relaxed">{text}</p>
        </div>
      </div>
      {children}
      <SeenByAdults />
    </section>
  );
}

/** Said where it happens: a chat that this card answers reaches the school's safeguarding person. */
function SeenByAdults() {
  const t = useWords("chat");
  return <p className="text-sm">{t("seenByAdults")}</p>;
}

function HelplineButton({ t }: { t: WordsOfChat }) {
  return (
    <a href="tel:108" className="button button-main min-h-16 justify-start gap-4 px-5 text-left">
      <Icon name="phone" className="size-7" />
      <span className="grid">
        <span className="text-xl leading-tight font-semibold">{t("crisisCall")}</span>
        <span className="text-sm">{t("crisisCallName")}</span>
      </span>
    </a>
  );
}

function EmergencyNumbers({ t }: { t: WordsOfChat }) {
  const numbers = [
    ["102", t("police")],
    ["103", t("ambulance")],
    ["105", t("emergency")],
  ] as const;
  return (
    <ul className="grid grid-cols-3 gap-2">
      {numbers.map(([number, name]) => (
        <li key={number}>
          <a
            href={`tel:${number}`}
            aria-label={`${name}: ${t("callNumber", { number })}`}
            className="grid h-full min-h-16 content-center justify-items-center rounded-md border border-care-line px-2 py-2 text-center hover:bg-surface"
          >
            <span className="text-lg leading-tight font-semibold">{number}</span>
            <span className="text-xs leading-tight">{name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function PlainCard({
  icon,
  title,
  text,
}: {
  icon: "people" | "shield" | "book" | "heart";
  title: string;
  text: string;
}) {
  return (
    <section className="flex gap-3 rounded-lg bg-lake-soft p-5">
      <Icon name={icon} className="mt-0.5 size-6 text-lake" />
      <div className="grid gap-1">
        <h3 className="text-lg">{title}</h3>
        <p className="leading-relaxed">{text}</p>
      </div>
    </section>
  );
}
