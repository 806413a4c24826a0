import { Form } from "@remix-run/react";
import { useState } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { Button, IconButton } from "../button.tsx";
import { Dialog } from "../dialog.tsx";
import { LanguageSwitch, ThemeChoice } from "../preference-controls.tsx";

/** Who is signed in, as the bar of the staff area shows it. */
export interface Person {
  readonly name: string;
  /** The role in words. */
  readonly role: string;
}

/** Who is signed in, colours, language and sign-out, behind one button. */
export function AccountMenu({ person, label }: { person: Person; label: string }) {
  const [open, setOpen] = useState(false);
  const t = useWords("common");
  return (
    <>
      <IconButton icon="person" label={`${label}: ${person.name}`} onClick={() => setOpen(true)} />
      <Dialog open={open} onClose={() => setOpen(false)} title={person.name}>
        <div className="grid gap-5 p-4">
          <p className="text-ink-soft">{person.role}</p>
          <section className="grid gap-2">
            <h3 className="text-sm font-medium text-ink-soft">{t("theme")}</h3>
            <ThemeChoice />
          </section>
          <section className="grid justify-items-start gap-2 sm:hidden">
            <h3 className="text-sm font-medium text-ink-soft">{t("language")}</h3>
            <div className="-ml-3">
              <LanguageSwitch />
            </div>
          </section>
          <Form method="post" action="/sign-out" reloadDocument>
            <Button type="submit" icon="sign-out" className="w-full">
              {t("signOut")}
            </Button>
          </Form>
        </div>
      </Dialog>
    </>
  );
}
