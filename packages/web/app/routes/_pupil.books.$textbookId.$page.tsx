import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useNavigate, useSearchParams } from "@remix-run/react";
import { openPage, readContents } from "@ukhaan/core/textbook";
import { actorContext } from "~/.server/context.ts";
import { refusable } from "~/.server/refusable.ts";
import { ContentsList } from "~/components/book/contents-list.tsx";
import { PageSheet } from "~/components/book/page-sheet.tsx";
import { Icon } from "~/components/icon.tsx";
import { PupilShell } from "~/components/pupil-shell.tsx";
import { useWords } from "~/i18n/use-words.ts";
import { useLoaded } from "~/components/loaded.ts";

/** One page of a book with its contents; the viewer of citations loads it too. `?passage=` is marked. */
export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "student");
  const textbookId = params["textbookId"] ?? "";
  const [page, contents] = await Promise.all([
    openPage(ctx, { textbookId, pdfPage: Number(params["page"]) }),
    readContents(ctx, { textbookId }),
  ]);
  return { page, contents };
});

export default function BookPage() {
  const { page, contents } = useLoaded<typeof loader>();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const t = useWords("books");
  const addressOf = (pdfPage: number) => `/books/${page.textbookId}/${pdfPage}`;
  return (
    <PupilShell width="wide">
      <h1 className="mb-4 text-2xl sm:text-3xl">{page.title}</h1>
      <div className="grid items-start gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <details
          open
          className="sheet group order-last lg:sticky lg:order-none lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-auto"
        >
          <summary className="flex min-h-12 items-center justify-between px-4 font-medium">
            {t("contents")}
            <Icon name="down" className="size-4 transition-transform group-open:rotate-180" />
          </summary>
          <ContentsList contents={contents} current={page.pdfPage} addressOf={addressOf} />
        </details>
        <div className="sheet overflow-hidden">
          <PageSheet
            page={page}
            passageId={search.get("passage") ?? undefined}
            onTurn={(pdfPage) => navigate(addressOf(pdfPage), { preventScrollReset: true })}
          />
        </div>
      </div>
    </PupilShell>
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.page.title ?? "Ухаан" }];
