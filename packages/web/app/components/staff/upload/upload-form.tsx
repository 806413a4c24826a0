import { useNavigate } from "@remix-run/react";
import type { Subject, TextbookView } from "@ukhaan/core/textbook/schema";
import { type FormEvent, useEffect, useState } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { Notice } from "../../notice.tsx";
import { useErrorFocus } from "../use-error-focus.ts";
import { BookFields } from "./book-fields.tsx";
import { DropZone } from "./drop-zone.tsx";
import { firstValues } from "./first-values.ts";
import { LeaveGuard } from "./leave-guard.tsx";
import { type Unfinished, UnfinishedUploads } from "./unfinished-uploads.tsx";
import { sharedFields, UploadCard } from "./upload-card.tsx";
import { useUploadQueue } from "./use-upload-queue.ts";

interface UploadFormProps {
  subjects: readonly Subject[];
  thisYear: number;
  unfinished: readonly Unfinished[];
  /** The book that the one to be added takes the place of. */
  former?: TextbookView | undefined;
}

/** New textbooks: files are chosen, their details filled in, and both go up side by side, two files at a time. */
export function UploadForm({ subjects, thisYear, unfinished, former }: UploadFormProps) {
  const { queue, items, underWay } = useUploadQueue();
  const [attempt, setAttempt] = useState(0);
  const [noAnswer, setNoAnswer] = useState(false);
  const [shared, setShared] = useState(firstValues("", thisYear, former));
  const form = useErrorFocus<HTMLFormElement>(attempt === 0 ? undefined : attempt);
  const navigate = useNavigate();
  const t = useWords("admin");

  const editing = items.filter(({ state }) => state === "editing");
  const sendable = editing.filter(({ problems }) => problems.file === undefined);
  const alone = items.length === 1 ? items[0] : undefined;
  useEffect(() => {
    // One book alone is followed on its own page, which shows its pages as they come.
    if (alone?.state !== "preparing" || alone.textbookId === undefined) return;
    const address = `/admin/textbooks/${alone.textbookId}`;
    const go = () => navigate(address);
    if (navigator.onLine) return go();
    window.addEventListener("online", go);
    return () => window.removeEventListener("online", go);
  }, [alone?.state, alone?.textbookId, navigate]);

  const take = (files: readonly File[]) => {
    if (former) for (const { id } of editing) queue.remove(id);
    void queue.add(files, ({ name }) => ({
      ...firstValues(name, thisYear, former),
      ...(items.length > 0 && !former && pick(shared)),
    }));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setNoAnswer(false);
    // Words for a refusal come with the file; no answer at all is said here.
    const left = await queue.start().catch(() => setNoAnswer(true));
    if (left) setAttempt((count) => count + 1);
  };

  return (
    <>
      <noscript>
        <Notice look="danger">{t("needsScript")}</Notice>
      </noscript>
      <LeaveGuard active={underWay} />
      <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="grid gap-5">
        <UnfinishedUploads uploads={items.length === 0 ? unfinished : []} />
        <DropZone filled={items.length > 0} single={former !== undefined} onFiles={take} />
        {editing.length > 1 && (
          <section className="sheet grid gap-4 p-4 sm:p-5" aria-labelledby="shared">
            <div>
              <h2 id="shared" className="text-lg">
                {t("sharedTitle")}
              </h2>
              <p className="text-sm text-ink-soft">{t("sharedText")}</p>
            </div>
            <BookFields
              subjects={subjects}
              values={shared}
              problems={{}}
              fields={sharedFields}
              onChange={(changed) => {
                setShared({ ...shared, ...changed });
                queue.changeAll(changed);
              }}
            />
          </section>
        )}
        <ul className="grid gap-4">
          {items.map((item) => (
            <UploadCard key={item.id} item={item} queue={queue} subjects={subjects} alone={item === alone} />
          ))}
        </ul>
        {noAnswer && (
          <Notice look="danger" announced>
            {t("noAnswer")}
          </Notice>
        )}
        {editing.length > 0 && (
          <Button type="submit" look="main" icon="upload" className="justify-self-start">
            {sendable.length < 2 ? t("upload") : t("uploadAll", { n: sendable.length })}
          </Button>
        )}
      </form>
    </>
  );
}

function pick(values: ReturnType<typeof firstValues>) {
  const { language, required, publisher, licence } = values;
  return { language, required, publisher, licence };
}
