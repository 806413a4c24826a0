import { Form, NavLink } from "@remix-run/react";
import { forgetEverything } from "~/chat/pending-question.ts";
import { HelpLink } from "~/components/help-link.tsx";
import { Icon } from "~/components/icon.tsx";
import { usePupil } from "~/components/use-pupil.ts";
import { useWords } from "~/i18n/use-words.ts";

const row = "button button-bare w-full justify-start px-3 text-ink";

/** Where else a pupil can go: books, own corner, out. */
export function PupilLinks() {
  const t = useWords("chat");
  const common = useWords("common");
  const { pupil } = usePupil();
  return (
    <div className="mt-auto grid gap-0.5 border-t border-line pt-2">
      <HelpLink row />
      <NavLink to="/books" className={row}>
        <Icon name="book" className="size-5 text-ink-soft" />
        {t("books")}
      </NavLink>
      <NavLink to="/me" className={row}>
        <Icon name="person" className="size-5 text-ink-soft" />
        <span className="min-w-0 flex-1 truncate text-left">{pupil.name}</span>
        <span className="text-sm text-ink-soft">{common("grade", { n: pupil.grade })}</span>
      </NavLink>
      <Form method="post" action="/sign-out" reloadDocument onSubmit={() => forgetEverything()}>
        <button type="submit" className={row}>
          <Icon name="sign-out" className="size-5 text-ink-soft" />
          {common("signOut")}
        </button>
      </Form>
    </div>
  );
}
