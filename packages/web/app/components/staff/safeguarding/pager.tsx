import { useLocation } from "@remix-run/react";
import { useWords } from "~/i18n/use-words.ts";
import { ButtonLink } from "../../button.tsx";

/** The way to the next page of a list and back to its beginning; keeps what the list is narrowed to. */
export function Pager({ next, isFirst }: { next: string | undefined; isFirst: boolean }) {
  const t = useWords("safeguarding");
  const { pathname, search } = useLocation();
  if (next === undefined && isFirst) return null;
  const address = (after: string | undefined) => {
    const params = new URLSearchParams(search);
    params.delete("after");
    if (after !== undefined) params.set("after", after);
    return `${pathname}?${params.toString()}`;
  };
  return (
    <nav className="mt-6 flex flex-wrap justify-center gap-2">
      {!isFirst && <ButtonLink to={address(undefined)}>{t("first")}</ButtonLink>}
      {next !== undefined && <ButtonLink to={address(next)}>{t("more")}</ButtonLink>}
    </nav>
  );
}
