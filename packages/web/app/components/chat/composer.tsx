import type { Subject } from "@ukhaan/core/textbook/schema";
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { keepDraft, readDraft } from "~/chat/pending-question.ts";
import { Icon } from "~/components/icon.tsx";
import { useWords } from "~/i18n/use-words.ts";

interface Props {
  studentId: string;
  maxLength: number;
  subjects: readonly Subject[];
  /** An answer is on its way: the button stops it instead of sending. */
  busy: boolean;
  onSend: (question: string, subject: Subject | undefined) => void;
  onStop: () => void;
  inputRef: RefObject<HTMLTextAreaElement>;
}

/** Where a question is written: grows with it, keeps it over a reload, Enter sends where there is a keyboard. */
export function Composer({ studentId, maxLength, subjects, busy, onSend, onStop, inputRef }: Props) {
  const t = useWords("chat");
  const [text, setText] = useState("");
  const subjectRef = useRef<HTMLSelectElement>(null);
  const question = text.trim();
  const left = maxLength - question.length;

  useEffect(() => {
    // The draft is known to this browser only, so it can't be there in the server's HTML.
    // oxlint-disable-next-line react/set-state-in-effect
    setText((typed) => typed || readDraft(studentId));
  }, [studentId]);
  useEffect(() => {
    const input = inputRef.current;
    if (!input) return;
    input.style.height = "auto";
    if (text) input.style.height = `${Math.min(input.scrollHeight, 220)}px`;
  }, [text, inputRef]);

  const type = (value: string) => {
    setText(value);
    keepDraft(studentId, value);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (busy || !question || left < 0) return;
    const subject = subjects.find((one) => one === subjectRef.current?.value);
    type("");
    onSend(question, subject);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // On a phone Enter makes a new line; while an input method composes, it chooses a word.
    const touch = matchMedia("(pointer: coarse)").matches;
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing && !touch) send(event);
  };

  return (
    <form
      onSubmit={send}
      className="rounded-xl border border-line-strong bg-surface p-1.5 shadow-lift focus-within:border-lake focus-within:ring-2 focus-within:ring-lake"
    >
      <label htmlFor="question" className="sr-only">
        {t("questionLabel")}
      </label>
      <textarea
        id="question"
        ref={inputRef}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={t("placeholder")}
        rows={1}
        enterKeyHint="send"
        autoComplete="off"
        aria-describedby="question-hint"
        className="block max-h-56 min-h-11 w-full resize-none bg-transparent px-3 py-2.5 text-[1.0625rem] leading-snug outline-none placeholder:text-ink-soft"
      />
      <div className="flex items-center gap-2">
        {subjects.length > 1 && <SubjectChoice subjects={subjects} selectRef={subjectRef} />}
        <p id="question-hint" className="min-w-0 flex-1 text-right text-sm text-ink-soft">
          <LengthHint left={left} maxLength={maxLength} />
        </p>
        {busy ? (
          <button type="button" onClick={onStop} className="button button-quiet gap-1.5 rounded-full px-4">
            <Icon name="stop" />
            {t("stop")}
          </button>
        ) : (
          <button
            type="submit"
            aria-label={t("send")}
            title={t("send")}
            disabled={!question || left < 0}
            className="button button-main size-11 rounded-full p-0"
          >
            <Icon name="send" className="size-6" />
          </button>
        )}
      </div>
    </form>
  );
}

function LengthHint({ left, maxLength }: { left: number; maxLength: number }) {
  const t = useWords("chat");
  if (left < 0) return <span className="text-danger">{t("tooLong", { n: -left })}</span>;
  if (left < maxLength / 5) return t("charsLeft", { n: left });
  return <span className="hidden px-2 md:pointer-fine:inline">{t("keyHint")}</span>;
}

function SubjectChoice({
  subjects,
  selectRef,
}: {
  subjects: readonly Subject[];
  selectRef: RefObject<HTMLSelectElement>;
}) {
  const t = useWords("chat");
  const name = useWords("subjects");
  return (
    <select
      ref={selectRef}
      aria-label={t("subjectChoice")}
      className="h-11 max-w-44 rounded-full bg-transparent px-3 text-sm text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <option value="">{t("anySubject")}</option>
      {subjects.map((subject) => (
        <option key={subject} value={subject}>
          {name(subject)}
        </option>
      ))}
    </select>
  );
}
