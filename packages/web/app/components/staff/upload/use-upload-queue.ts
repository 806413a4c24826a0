import { useBeforeUnload } from "@remix-run/react";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { isUnderWay, type UploadItem } from "./upload-item.ts";
import { createUploadQueue, type UploadQueue } from "./upload-queue.ts";
import { networkSteps } from "./upload-steps.ts";

const none: readonly UploadItem[] = [];

/** The queue of a page, which ends with it; the browser asks before a page is left that still sends. */
export function useUploadQueue(): { queue: UploadQueue; items: readonly UploadItem[]; underWay: boolean } {
  const [queue] = useState(() => createUploadQueue({ steps: networkSteps, pause }));
  const items = useSyncExternalStore(queue.subscribe, queue.items, () => none);
  const underWay = items.some(isUnderWay);
  useEffect(() => {
    queue.open();
    return queue.close;
  }, [queue]);
  useBeforeUnload(
    useCallback(
      (leaving) => {
        if (underWay) leaving.preventDefault();
      },
      [underWay],
    ),
  );
  return { queue, items, underWay };
}

/** A while, shortened by the connection coming back and by an abort. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener("online", end);
    signal.addEventListener("abort", end);
  });
}
