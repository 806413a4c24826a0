import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import type { UploadItem } from "./upload-item.ts";
import type { UploadQueue } from "./upload-queue.ts";

/** What can be done about one file of the queue, by its state. */
export function ItemButtons({ item, queue }: { item: UploadItem; queue: UploadQueue }) {
  const t = useWords("admin");
  const { id, state, file, textbookId } = item;
  const name = file.name;
  const stop = (
    <Button look="bare" icon="close" aria-label={`${name}: ${t("sendCancel")}`} onClick={() => queue.stop(id)}>
      {t("sendCancel")}
    </Button>
  );
  const goOn = (
    <Button look="bare" icon="retry" aria-label={`${name}: ${t("goOn")}`} onClick={() => queue.goOn(id)}>
      {t("goOn")}
    </Button>
  );
  const word = textbookId !== undefined && (state === "stopped" || state === "refused") ? "discard" : "takeOff";
  const remove = (
    <Button look="bare" icon="trash" aria-label={`${name}: ${t(word)}`} onClick={() => queue.remove(id)}>
      {t(word)}
    </Button>
  );
  const buttons = {
    editing: [remove],
    waiting: [stop],
    sending: [stop],
    lost: [goOn, stop],
    stopped: [goOn, remove],
    refused: [goOn, remove],
    preparing: [],
    ready: [remove],
    failed: [remove],
    gone: [remove],
  } as const;
  if (buttons[state].length === 0) return null;
  return (
    <div className="-ml-3 flex flex-wrap gap-1">
      {buttons[state].map((button, at) => (
        // The few buttons of a state never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={at}>{button}</span>
      ))}
    </div>
  );
}
