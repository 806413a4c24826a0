import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useNavigate } from "@remix-run/react";
import { openPage } from "@ukhaan/core/textbook";
import { actorContext } from "~/.server/context.ts";
import { refusable } from "~/.server/refusable.ts";
import { PageSheet } from "~/components/book/page-sheet.tsx";
import { ErrorPage } from "~/components/error-page.tsx";
import { useLoaded } from "~/components/loaded.ts";
import { PageHeading } from "~/components/staff/page-heading.tsx";
import { useWords } from "~/i18n/use-words.ts";

export const loader = refusable(async ({ request, params }: LoaderFunctionArgs) => {
  const ctx = await actorContext(request, "platform-admin");
  return { page: await openPage(ctx, { textbookId: params["textbookId"] ?? "", pdfPage: Number(params["page"]) }) };
});

/** One page as pupils will see it. */
export default function TextbookPage() {
  const { page } = useLoaded<typeof loader>();
  const navigate = useNavigate();
  const t = useWords("admin");
  const { textbookId, title } = page;
  return (
    <>
      <PageHeading title={title} back={{ to: `/admin/textbooks/${textbookId}`, label: t("backToTextbook") }} />
      <div className="sheet mx-auto max-w-3xl overflow-hidden">
        <PageSheet
          page={page}
          onTurn={(pdfPage) =>
            // One step back leads to the book, not through every page that was turned.
            navigate(`/admin/textbooks/${textbookId}/pages/${pdfPage}`, { preventScrollReset: true, replace: true })
          }
        />
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.title ?? ""} · Ухаан` }];

export function ErrorBoundary() {
  return <ErrorPage home="/admin/textbooks" />;
}
