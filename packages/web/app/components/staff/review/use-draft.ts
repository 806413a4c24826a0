import type { ReviewPassageView } from "@ukhaan/core/textbook";
import { useCallback, useEffect, useState } from "react";
import { forgetDraft, keptDraft, keepDraft } from "./kept-drafts.ts";

export interface Draft {
  readonly text: string;
  readonly kind: ReviewPassageView["kind"];
}

interface State {
  readonly draft: Draft;
  /** The passage that the draft began from. */
  readonly seen: ReviewPassageView;
  readonly wasRestored: boolean;
}

const isSame = (draft: Draft, { text, kind }: Draft) => draft.text === text && draft.kind === kind;

/** The same but for what the server tidies: spaces, line ends, invisible characters. */
const isTidied = (draft: Draft, saved: Draft) =>
  isSame({ ...draft, text: loose(draft.text) }, { ...saved, text: loose(saved.text) });
const loose = (text: string) =>
  text
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

/**
 * What somebody types over a passage. It outlives refusals, a lost connection and a new sign-in; when the passage is changed
 * by somebody else meanwhile, the draft stays and `theirs` shows what the book says now.
 */
export function useDraft(passage: ReviewPassageView, typed?: Draft) {
  const [state, setState] = useState<State>({ draft: typed ?? passage, seen: passage, wasRestored: false });
  const { draft, seen, wasRestored } = state;
  const isDirty = !isSame(draft, passage);
  const isStale = passage.version !== seen.version;

  // While rendering, so that no frame shows the old text as somebody's change.
  if (isStale && (isSame(draft, seen) || isTidied(draft, passage))) {
    setState({ draft: { text: passage.text, kind: passage.kind }, seen: passage, wasRestored: false });
  }

  useEffect(() => {
    const kept = keptDraft(passage.passageId);
    if (kept && !isSame(kept, passage)) setState((now) => ({ ...now, draft: kept, wasRestored: true }));
    // Only when the page opens: from then on the state itself is the newest.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    if (isDirty) keepDraft(passage.passageId, draft);
    else forgetDraft(passage.passageId);
  }, [isDirty, draft, passage.passageId]);

  const change = useCallback(
    (part: Partial<Draft>) => setState((now) => ({ ...now, draft: { ...now.draft, ...part } })),
    [],
  );
  const discard = useCallback(
    () => setState({ draft: { text: passage.text, kind: passage.kind }, seen: passage, wasRestored: false }),
    [passage],
  );
  return { draft, isDirty, wasRestored, theirs: isStale && isDirty ? passage : undefined, change, discard };
}
