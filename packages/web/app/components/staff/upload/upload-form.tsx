import { useNavigate } from "@remix-run/react";
import type { Subject } from "@ukhaan/core/textbook/schema";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { fileSize } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import type { action } from "~/routes/admin.textbooks.new.tsx";
import { useFetched } from "../../loaded.ts";
import { Button } from "../../button.tsx";
import { RefusalNotice } from "../refusal-notice.tsx";
import { useErrorFocus } from "../use-error-focus.ts";
import { BookFields } from "./book-fields.tsx";
import { type BookProblems, bookProblems, fileProblem, titleFromFileName } from "./book-form.ts";
import { FileField } from "./file-field.tsx";
import { SendingPanel } from "./sending-panel.tsx";
import { useUpload } from "./use-upload.ts";

/** A new textbook: its details go to the server, its file straight to the store, then its own page shows the progress. */
export function UploadForm({ subjects, thisYear }: { subjects: readonly Subject[]; thisYear: number }) {
  const [file, setFile] = useState<File>();
  const [title, setTitle] = useState("");
  const [problems, setProblems] = useState<BookProblems>({});
  const added = useFetched<typeof action>();
  const discarded = useFetched<typeof action>();
  const upload = useUpload();
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState(0);
  const form = useErrorFocus<HTMLFormElement>(attempt);
  const locale = useLocale();
  const t = useWords("admin");

  const answer = added.data;
  const book = answer && "textbook" in answer ? answer : undefined;
  const { state, send, reset } = upload;
  const begun = useRef<string>();

  useEffect(() => {
    if (!book || !file || begun.current === book.textbook.textbookId) return;
    begun.current = book.textbook.textbookId;
    void send(file, book.upload);
  }, [book, file, send]);

  useEffect(() => {
    if (state.kind !== "sent" || !book) return;
    const go = () => navigate(`/admin/textbooks/${book.textbook.textbookId}`);
    if (navigator.onLine) return go();
    // The file has arrived and the connection has gone since: its page can be shown when it is back.
    window.addEventListener("online", go);
    return () => window.removeEventListener("online", go);
  }, [state.kind, book, navigate]);

  const choose = async (chosen: File) => {
    setFile(chosen);
    const suggested = titleFromFileName(chosen.name);
    if (title === "" || title === titleFromFileName(file?.name ?? "")) setTitle(suggested);
    const problem = await fileProblem(chosen);
    setProblems(({ file: _file, title: wrongTitle, ...others }) => ({
      ...others,
      ...(problem && { file: problem }),
      ...(wrongTitle && suggested.length < 2 && { title: wrongTitle }),
    }));
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const wrongFile = file ? await fileProblem(file) : "fileMissing";
    const found: BookProblems = { ...(wrongFile && { file: wrongFile }), ...bookProblems(fields) };
    setProblems(found);
    setAttempt((count) => count + 1);
    if (!file || Object.keys(found).length > 0) return;
    fields.set("fileName", file.name);
    fields.set("sizeBytes", String(file.size));
    added.submit(fields, { method: "post" });
  };

  /** What is being put right is no longer called wrong; the next sending checks again. */
  const forget = ({ target }: FormEvent<HTMLFormElement>) => {
    const { name } = target as HTMLInputElement;
    if (name in problems) setProblems(({ [name as keyof BookProblems]: _before, ...others }) => others);
  };

  const discard = () => {
    const textbookId = begun.current;
    if (textbookId !== undefined) {
      discarded.submit({ intent: "discard" }, { method: "post", action: `/admin/textbooks/${textbookId}` });
    }
    reset();
  };

  const sending = state.kind !== "idle";
  const fileError = problems.file && t(problems.file, { size: file ? fileSize(locale, file.size) : "" });
  return (
    <>
      {sending && file && (
        <SendingPanel file={file} state={state} onStop={upload.stop} onAgain={upload.sendAgain} onDiscard={discard} />
      )}
      {/* Kept while the file goes up: what was filled in is there again when it has to begin anew. */}
      <form
        ref={form}
        method="post"
        noValidate
        hidden={sending}
        onChange={forget}
        onSubmit={(event) => void submit(event)}
      >
        <div className="sheet grid gap-5 p-5">
          <RefusalNotice refusal={answer && "refusal" in answer ? answer.refusal : undefined} />
          <FileField file={file} error={fileError} onFile={(chosen) => void choose(chosen)} />
          <BookFields subjects={subjects} thisYear={thisYear} title={title} onTitle={setTitle} problems={problems} />
          <Button type="submit" look="main" icon="upload" busy={added.state !== "idle"}>
            {t("upload")}
          </Button>
        </div>
      </form>
    </>
  );
}
