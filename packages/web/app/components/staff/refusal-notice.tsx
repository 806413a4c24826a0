import { type Refusal, useRefusalWords } from "~/i18n/use-refusal.ts";
import { Notice } from "../notice.tsx";

/** Why the server did not do it, in words, read aloud at once. */
export function RefusalNotice({ refusal }: { refusal: Refusal | undefined }) {
  const explain = useRefusalWords();
  if (!refusal) return null;
  return (
    <Notice look="danger" announced>
      {explain(refusal)}
    </Notice>
  );
}
