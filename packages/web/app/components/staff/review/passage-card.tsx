import { Form } from "@remix-run/react";
import type { ReviewPassageView } from "@ukhaan/core/textbook";
import { passageKinds } from "@ukhaan/core/textbook/schema";
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { SelectField } from "../../field.tsx";
import { Notice } from "../../notice.tsx";
import { TextAreaField } from "../text-area-field.tsx";
import { formOf } from "./form-of.ts";
import { SplitPlaces } from "./split-places.tsx";
import { TextPreview } from "./text-preview.tsx";
import { Trust } from "./trust.tsx";
import { type Draft, useDraft } from "./use-draft.ts";

export interface PassageCardProps {
  passage: ReviewPassageView;
  /** The passage after it, if the two may be joined now. */
  next: ReviewPassageView | undefined;
  /** 1-based, for reading aloud. */
  number: number;
  busy: boolean;
  /** Another change is under way: one after the other, each on what the one before has left. */
  isHeld: boolean;
  isActive: boolean;
  /** What was typed before a page without script came back with a refusal. */
  typed: Draft | undefined;
  /** What came of the last change of this passage. */
  answer: ReactNode;
  onSend: (form: FormData) => void;
  onActive: () => void;
  onDirty: (isDirty: boolean) => void;
}

/** One passage of a page: its text to be corrected in place, and what else can be done with it. One form, also without script. */
export function PassageCard(props: PassageCardProps) {
  const { passage, next, number, busy, typed, onDirty } = props;
  const t = useWords("review");
  const { draft, isDirty, wasRestored, theirs, change, discard } = useDraft(passage, typed);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  useEffect(() => () => onDirty(false), [onDirty]);

  const saveByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    form.current?.requestSubmit(form.current.querySelector<HTMLButtonElement>('button[value="correct"]'));
  };
  const isMaths = draft.text.includes("$");

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- looking at it marks it on the image; nothing is pressed
    <li
      id={passage.passageId}
      onPointerEnter={props.onActive}
      onFocus={props.onActive}
      className={`sheet scroll-mt-[38dvh] p-4 target:border-sun lg:scroll-mt-4 ${props.isActive ? "border-sun" : ""}`}
    >
      <Form
        ref={form}
        method="post"
        onSubmit={(event) => props.onSend(withCaret(event))}
        className="grid grid-cols-[minmax(0,1fr)] gap-3"
      >
        <input type="hidden" name="passageId" value={passage.passageId} />
        <input type="hidden" name="version" value={passage.version} />
        {next && <input type="hidden" name="nextId" value={next.passageId} />}
        {next && <input type="hidden" name="nextVersion" value={next.version} />}
        <PassageHead passage={passage} />
        <TextAreaField
          label={t("text", { n: number })}
          name="text"
          value={draft.text}
          rows={Math.min(14, Math.max(3, Math.ceil(draft.text.length / 48) + draft.text.split("\n").length - 1))}
          spellCheck={false}
          readOnly={busy}
          onChange={({ currentTarget }) => change({ text: currentTarget.value })}
          onKeyDown={saveByKey}
        />
        {isMaths && (
          <div className="grid gap-1.5">
            <span className="text-sm text-ink-soft">{t("preview")}</span>
            <TextPreview text={draft.text} />
          </div>
        )}
        {passage.useImage && <p className="text-sm text-ink-soft">{t("shownAsImage")}</p>}
        <div className="max-w-56">
          <SelectField
            label={t("kind")}
            name="kind"
            value={draft.kind}
            onChange={({ currentTarget }) =>
              change({ kind: passageKinds.find((kind) => kind === currentTarget.value) ?? draft.kind })
            }
          >
            {passageKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind-${kind}`)}
              </option>
            ))}
          </SelectField>
        </div>
        {wasRestored && isDirty && <Notice>{t("restored")}</Notice>}
        {theirs && (
          <Notice look="warm" icon="alert">
            <p className="font-medium">{t("changedNow")}</p>
            <p className="whitespace-pre-line wrap-anywhere">{theirs.text}</p>
            <Button className="mt-2" onClick={discard}>
              {t("takeTheirs")}
            </Button>
          </Notice>
        )}
        {props.answer}
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            name="intent"
            value="correct"
            look={isDirty ? "main" : "quiet"}
            busy={busy}
            disabled={props.isHeld}
            aria-label={t("saveOf", { n: number })}
          >
            {t("save")}
          </Button>
          {isDirty ? (
            <Button look="bare" onClick={discard}>
              {t("discard")}
            </Button>
          ) : (
            <OtherChanges passage={passage} canMerge={next !== undefined} busy={props.isHeld} />
          )}
        </div>
        <SplitPlaces text={passage.text} />
      </Form>
    </li>
  );
}

/** The passage's form with the place of the cursor, which stays in the field when a button is pressed. */
function withCaret(event: FormEvent<HTMLFormElement>): FormData {
  const form = formOf(event);
  const text = event.currentTarget.querySelector("textarea");
  if (text) form.set("position", String(text.selectionStart));
  return form;
}

function PassageHead({ passage }: { passage: ReviewPassageView }) {
  const t = useWords("review");
  const { chapter, section, textSource, confidence } = passage;
  const place = [chapter, section].filter(Boolean).join(" › ");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {confidence !== undefined && <Trust confidence={confidence} />}
      {textSource && <span className="text-sm text-ink-soft">{t(`source-${textSource}`)}</span>}
      {place !== "" && <span className="w-full truncate text-sm text-ink-soft">{place}</span>}
    </div>
  );
}

/** Only for text that is saved: what is split and joined is what the server has. */
function OtherChanges(props: { passage: ReviewPassageView; canMerge: boolean; busy: boolean }) {
  const t = useWords("review");
  const { passage, busy } = props;
  const mark = passage.useImage ? "as-text" : "image";
  return (
    <>
      <Button type="submit" name="intent" value="split" disabled={busy} title={t("splitHint")}>
        {t("split")}
      </Button>
      {props.canMerge && (
        <Button type="submit" name="intent" value="merge" disabled={busy}>
          {t("merge")}
        </Button>
      )}
      <Button type="submit" name="intent" value={mark} disabled={busy}>
        {t(passage.useImage ? "useText" : "useImage")}
      </Button>
    </>
  );
}
