import { StepRefused, type PartsProgress, type UploadSteps } from "./upload-steps.ts";
import type { UploadItem } from "./upload-item.ts";

/** How sending a whole file ended; after `lost` it can go on with the parts that are missing. */
export type FileOutcome = "sent" | "lost" | "cancelled";

interface SendingFile {
  readonly item: Pick<UploadItem, "file" | "fileHash">;
  readonly progress: PartsProgress;
  readonly onProgress: (sentBytes: number) => void;
  readonly signal: AbortSignal;
}

/** An address that is too old is signed anew so often. */
const signings = 2;

/** Sends the parts of a file that have not arrived, one after the other, and has the store put them together. */
export async function sendFile(
  steps: UploadSteps,
  { item, progress, onProgress, signal }: SendingFile,
): Promise<FileOutcome> {
  const { file } = item;
  const { textbookId, partBytes, partCount, arrivedParts } = progress;
  const partOf = (partNumber: number) => file.slice((partNumber - 1) * partBytes, partNumber * partBytes);
  const arrived = new Set(arrivedParts);
  let doneBytes = arrivedParts.reduce((sum, partNumber) => sum + partOf(partNumber).size, 0);
  onProgress(doneBytes);
  for (let partNumber = 1; partNumber <= partCount; partNumber += 1) {
    if (arrived.has(partNumber)) continue;
    const part = partOf(partNumber);
    const before = doneBytes;
    const outcome = await sendSigned(steps, {
      part,
      sign: () => steps.sign(textbookId, partNumber),
      onProgress: (sentBytes) => onProgress(before + Math.min(sentBytes, part.size)),
      signal,
    });
    if (outcome !== "sent") return outcome;
    doneBytes += part.size;
    onProgress(doneBytes);
  }
  await steps.complete(textbookId);
  return "sent";
}

interface SendingPart {
  readonly part: Blob;
  readonly sign: () => Promise<string>;
  readonly onProgress: (sentBytes: number) => void;
  readonly signal: AbortSignal;
}

async function sendSigned(steps: UploadSteps, { part, sign, ...options }: SendingPart): Promise<FileOutcome> {
  for (let signing = 1; signing <= signings; signing += 1) {
    const outcome = await steps.send(part, await sign(), options);
    if (outcome !== "refused") return outcome;
  }
  throw new StepRefused("");
}
