/** How a sending ended. `lost`: no answer came; `refused`: the store said no (the address is used up or too old). */
export type SendOutcome = "sent" | "lost" | "refused" | "cancelled";

interface SendOptions {
  readonly onProgress: (sentBytes: number) => void;
  readonly signal: AbortSignal;
}

/** No byte for so long is a lost connection: the browser itself would wait for ever. */
const silenceMs = 60_000;

/** PUTs one part of a file straight to the store. XMLHttpRequest, because `fetch` tells no upload progress. */
export function sendPart(part: Blob, url: string, { onProgress, signal }: SendOptions): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let silence = setTimeout(() => end("lost"), silenceMs);
    const end = (outcome: SendOutcome) => {
      clearTimeout(silence);
      signal.removeEventListener("abort", cancel);
      resolve(outcome);
      request.abort();
    };
    const cancel = () => end("cancelled");
    if (signal.aborted) return cancel();
    signal.addEventListener("abort", cancel);

    request.open("PUT", url);
    request.upload.addEventListener("progress", ({ loaded }) => {
      clearTimeout(silence);
      silence = setTimeout(() => end("lost"), silenceMs);
      onProgress(loaded);
    });
    request.addEventListener("load", () => end(outcomeOf(request.status)));
    request.addEventListener("error", () => end("lost"));
    request.send(part);
  });
}

/** The store's own trouble (5xx) passes; what it refuses (4xx) it refuses again. */
function outcomeOf(status: number): SendOutcome {
  if (status >= 200 && status < 300) return "sent";
  return status >= 500 ? "lost" : "refused";
}
