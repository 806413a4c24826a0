import { ButtonLink } from "~/components/button.tsx";
import { PageShell } from "~/components/page-shell.tsx";
import { useWords } from "~/i18n/use-words.ts";
import type { ReactNode } from "react";

/** A pupil's page beside the chat: bar with ways back to it. */
export function PupilShell({ width = "narrow", children }: { width?: "narrow" | "wide"; children: ReactNode }) {
  const t = useWords("chat");
  return (
    <PageShell
      home="/chat"
      width={width}
      tools={
        <>
          <ButtonLink to="/books" look="bare" className="px-3">
            {t("books")}
          </ButtonLink>
          <ButtonLink to="/chat" look="main" className="px-3">
            {t("title")}
          </ButtonLink>
        </>
      }
    >
      {children}
    </PageShell>
  );
}
