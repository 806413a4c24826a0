import type { PartHistory } from "@ukhaan/core/health";
import type { HealthReport, PartHealth } from "@ukhaan/core/health/schema";
import { clockTime } from "~/i18n/format.ts";
import { useWords } from "~/i18n/use-words.ts";
import { Icon } from "../icon.tsx";
import { DayBars } from "./day-bars.tsx";

const faces = {
  up: { look: "bg-good-soft text-good", icon: "check", text: undefined },
  degraded: { look: "bg-sun-soft text-sun-ink", icon: "info", text: "degradedText" },
  down: { look: "bg-danger-soft text-danger", icon: "alert", text: "downText" },
} as const;

const states = {
  up: { word: "stateUp", look: "text-good" },
  down: { word: "stateDown", look: "text-danger" },
  off: { word: "stateOff", look: "text-ink-soft" },
} as const;

interface StatusPageProps {
  report: HealthReport;
  history: readonly PartHistory[];
}

/** How the product does now, and what every part did on the last days. */
export function StatusPage({ report: { status, atMs, parts }, history }: StatusPageProps) {
  const t = useWords("status");
  const { look, icon, text } = faces[status];
  return (
    <div className="grid gap-6">
      <header className="grid gap-2">
        <h1 className="text-2xl sm:text-3xl">{t("title")}</h1>
        <p className="text-ink-soft">{t("intro")}</p>
      </header>
      <section className={`flex gap-4 rounded-lg p-5 ${look}`}>
        <Icon name={icon} className="mt-0.5 size-7" />
        <div className="grid gap-1">
          <p className="text-xl font-semibold">{t(status)}</p>
          {text && <p>{t(text)}</p>}
          <p className="text-sm">{t("checkedAt", { time: clockTime(atMs) })}</p>
        </div>
      </section>
      <section className="grid gap-3">
        <h2 className="text-xl">{t("partsTitle")}</h2>
        <ul className="sheet divide-y divide-line">
          {parts.map((part) => (
            <Part key={part.part} {...part} history={history.find((one) => one.part === part.part)} />
          ))}
        </ul>
        {history.length === 0 ? <p className="text-ink-soft">{t("noHistory")}</p> : <Legend />}
        <p className="text-sm text-ink-soft">{t("howMeasured")}</p>
      </section>
    </div>
  );
}

function Part({ part, state, history }: PartHealth & { history: PartHistory | undefined }) {
  const t = useWords("status");
  const { word, look } = states[state];
  return (
    <li className="grid gap-3 p-4 sm:p-5">
      <div className="flex items-baseline justify-between gap-4">
        <h3 className="font-semibold">{t(part)}</h3>
        <span className={`shrink-0 font-medium ${look}`}>{t(word)}</span>
      </div>
      <p className="-mt-2 text-sm text-ink-soft">
        {t(part === "models" && state === "off" ? "modelsOff" : `${part}Text`)}
      </p>
      {history && <DayBars {...history} />}
    </li>
  );
}

const legend = [
  ["legendGood", "bg-good"],
  ["legendPartly", "bg-sun"],
  ["legendBad", "bg-danger"],
  ["legendUnknown", "bg-line"],
] as const;

function Legend() {
  const t = useWords("status");
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
      {legend.map(([word, look]) => (
        <li key={word} className="flex items-center gap-2">
          <span aria-hidden="true" className={`size-3 rounded-sm ${look}`} />
          {t(word)}
        </li>
      ))}
    </ul>
  );
}
