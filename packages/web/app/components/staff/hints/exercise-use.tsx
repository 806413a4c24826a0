import { useWords } from "~/i18n/use-words.ts";

interface Row {
  readonly studentId: string;
  readonly name: string;
  readonly messages: number;
  readonly attempts: number;
  readonly offloads: number;
  readonly solutions: number;
}

/** Who works and who has it done: those who asked most for finished answers first. */
export function ExerciseUse({ rows }: { rows: readonly Row[] }) {
  const t = useWords("hints");
  const share = ({ offloads, messages }: Row) => offloads / Math.max(1, messages);
  const ordered = rows.toSorted((one, other) => share(other) - share(one) || other.messages - one.messages);
  const heads = [t("useMessages"), t("useAttempts"), t("useOffloads"), t("useSolutions")];
  return (
    <section aria-labelledby="exercise-use" className="grid gap-3">
      <div>
        <h2 id="exercise-use" className="text-xl">
          {t("useTitle")}
        </h2>
        <p className="text-ink-soft">{t("useText")}</p>
      </div>
      {ordered.length === 0 ? (
        <p className="text-ink-soft">{t("useNone")}</p>
      ) : (
        <ul className="grid gap-2">
          {ordered.map((row) => {
            const values = [row.messages, row.attempts, row.offloads, row.solutions];
            return (
              <li key={row.studentId} className="sheet grid gap-2 p-4 sm:grid-cols-[1fr_auto] sm:items-center">
                <p className="font-medium">{row.name}</p>
                <dl className="grid grid-cols-2 gap-x-6 gap-y-1 text-sm sm:grid-cols-4">
                  {heads.map((head, index) => (
                    <div key={head} className="grid">
                      <dt className="text-ink-soft">{head}</dt>
                      <dd className="font-medium tabular-nums">{values[index]}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
