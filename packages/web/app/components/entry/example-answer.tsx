import { Mark } from "~/components/brand.tsx";
import { spineOf } from "~/components/book/spine.ts";
import { useWords } from "~/i18n/use-words.ts";

/** What an answer looks like, said as an example. */
export function ExampleAnswer() {
  const t = useWords("entry");
  return (
    <figure className="relative">
      <Sunrise />
      <div className="sheet relative grid gap-5 p-5 shadow-lift sm:p-7">
        <figcaption className="text-sm text-ink-soft">{t("exampleLabel")}</figcaption>
        <p lang="mn" className="ml-auto rounded-xl rounded-br-sm bg-lake-soft px-4 py-2.5 text-lg">
          {t("exampleQuestion")}
        </p>
        <div className="flex gap-3">
          <Mark className="size-8" />
          <p lang="mn" className="text-[1.0625rem] leading-[1.65]">
            {t("exampleAnswer")} <span className="citation">1</span>
          </p>
        </div>
        <p className="flex overflow-hidden rounded-md border border-line">
          <span aria-hidden="true" className={`w-1.5 shrink-0 ${spineOf.biology}`} />
          <span className="grid px-3 py-2">
            <span className="font-medium">
              <span className="text-sun-ink">1</span> {t("exampleSource")}
            </span>
            <span className="text-sm text-ink-soft">{t("examplePlace")}</span>
          </span>
        </p>
      </div>
    </figure>
  );
}

/** A large toono that rises behind the card. */
function Sunrise() {
  const spokes = [-75, -50, -25, 0, 25, 50, 75];
  return (
    <svg viewBox="0 0 200 100" aria-hidden="true" className="mx-auto -mb-1 block w-3/5 max-w-72" fill="none">
      <g className="stroke-sun" strokeWidth="5" strokeLinecap="round">
        <path d="M8 100a92 92 0 0 1 184 0" strokeWidth="7" />
        <path d="M60 100a40 40 0 0 1 80 0" />
        {spokes.map((angle) => (
          <path key={angle} d="M100 56V12" transform={`rotate(${angle} 100 100)`} />
        ))}
      </g>
    </svg>
  );
}
