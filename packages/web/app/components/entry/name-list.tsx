import { Link } from "@remix-run/react";
import { useState } from "react";
import { TextField } from "~/components/field.tsx";
import { useWords } from "~/i18n/use-words.ts";

interface Pupil {
  readonly studentId: string;
  readonly name: string;
}

/** From this many names on a search field helps. */
const manyNames = 12;

/** Names of a class to pick one's own from. Plain links: they work before any script has come. */
export function NameList({ pupils, to }: { pupils: readonly Pupil[]; to: string | null }) {
  const t = useWords("entry");
  const [wanted, setWanted] = useState("");
  const found = pupils.filter(({ name }) => plain(name).includes(plain(wanted.trim())));
  if (pupils.length === 0) return <p className="text-ink-soft">{t("emptyClass")}</p>;
  return (
    <div className="grid gap-4">
      {pupils.length >= manyNames && (
        <TextField
          label={t("searchName")}
          type="search"
          autoComplete="off"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <ul className="grid gap-2 sm:grid-cols-2">
        {found.map(({ studentId, name }) => (
          <li key={studentId}>
            <Link
              to={{ search: new URLSearchParams({ s: studentId, ...(to && { to }) }).toString() }}
              className="flex min-h-15 items-center gap-3 rounded-md border border-line bg-surface px-3 text-lg transition-colors hover:border-line-strong hover:bg-sunken"
            >
              <span
                aria-hidden="true"
                className="flex size-10 shrink-0 items-center justify-center rounded-full bg-lake-soft font-semibold text-lake-deep"
              >
                {name.slice(0, 1)}
              </span>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <output>{found.length === 0 && t("noName")}</output>
    </div>
  );
}

/** Case, and the letters that a phone's keyboard may lack, make no difference to the search. */
const plain = (text: string) => text.toLowerCase().replaceAll("ө", "о").replaceAll("ү", "у").replaceAll("ё", "е");
