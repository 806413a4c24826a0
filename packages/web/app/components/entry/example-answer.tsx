import { Mark } from "~/components/brand.tsx";
import { spineOf } from "~/components/book/spine.ts";
import { useWords } from "~/i18n/use-words.ts";

/** What an answer looks like, said as an example. */
export function ExampleAnswer() {
  const t = useWords("entry");
  return (
    <figure className="sheet relative grid gap-5 p-5 shadow-lift sm:p-7">
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
    </figure>
  );
}
