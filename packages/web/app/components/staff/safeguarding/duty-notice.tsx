import { Link } from "@remix-run/react";
import type { SafeguardView } from "@ukhaan/core/school/schema";
import { useWords } from "~/i18n/use-words.ts";
import { Notice } from "../../notice.tsx";

/** On every page of the staff area while the school's safeguarding is not settled: pupils can't ask until it is. */
export function DutyNotice({ safeguard, isAdmin }: { safeguard: SafeguardView; isAdmin: boolean }) {
  const t = useWords("common");
  const said = wordsOf(safeguard, isAdmin);
  if (!said) return null;
  return (
    <div className="mb-6 print:hidden">
      <Notice look="warm" icon="shield">
        {t(said.text)}{" "}
        <Link to="/safeguarding/setup" className="link whitespace-nowrap">
          {t(said.link)}
        </Link>
      </Notice>
    </div>
  );
}

function wordsOf({ you, safeguard, confirmedAtMs }: SafeguardView, isAdmin: boolean) {
  if (you === "to-confirm") return { text: "dutyToConfirm", link: "dutyConfirm" } as const;
  if (!isAdmin) return undefined;
  if (!safeguard) return { text: "dutyNobody", link: "dutyName" } as const;
  return confirmedAtMs === undefined ? ({ text: "dutyUnconfirmed", link: "dutySee" } as const) : undefined;
}
