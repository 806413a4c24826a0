import type { FlagView } from "@ukhaan/core/flag/schema";
import type { Refusal } from "~/i18n/use-refusal.ts";
import { useWords } from "~/i18n/use-words.ts";
import { Notice } from "../../notice.tsx";
import { PageHeading } from "../page-heading.tsx";
import { RefusalNotice } from "../refusal-notice.tsx";
import { FlagForm } from "./flag-form.tsx";

export interface FeatureAnswer {
  readonly done?: FlagView["name"];
  readonly refusal?: Refusal;
}

/** Every feature flag with its form. */
export function FeaturesPage({ flags, answer }: { flags: readonly FlagView[]; answer: FeatureAnswer | undefined }) {
  const t = useWords("features");
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeading title={t("title")}>{t("intro")}</PageHeading>
      <div className="grid gap-5">
        <RefusalNotice refusal={answer?.refusal} />
        {answer?.done && (
          <Notice look="good" announced>
            {t("done")}
          </Notice>
        )}
        {flags.map((flag) => (
          // A flag that was set meanwhile is shown anew, with its own fields.
          <FlagForm key={`${flag.name} ${flag.version}`} flag={flag} />
        ))}
      </div>
    </div>
  );
}
