import { sourceKey } from "../ingesting/library-keys.ts";
import type { ArrivedPart, SavedUpload, UploadPorts } from "./upload-ports.ts";

/** Size of every part but the last: the smallest that S3 takes, so that a lost connection costs little on a slow line. */
export const partBytes = 5 * 1024 * 1024;

/** How far an upload is. */
export interface UploadProgress {
  readonly textbookId: string;
  readonly sizeBytes: number;
  readonly partBytes: number;
  readonly partCount: number;
  /** 1-based numbers of the parts that need not be sent again. */
  readonly arrivedParts: readonly number[];
}

type PartSizes = Pick<SavedUpload, "sizeBytes" | "partBytes">;

export const partCountOf = ({ sizeBytes, partBytes: size }: PartSizes): number => Math.ceil(sizeBytes / size);

const expectedBytes = (upload: PartSizes, partNumber: number) =>
  Math.min(upload.partBytes, upload.sizeBytes - (partNumber - 1) * upload.partBytes);

/** The parts that have arrived whole; undefined when S3 no longer knows the upload. A part of another size was cut short. */
export async function arrivedParts(
  ctx: Pick<UploadPorts, "uploadParts">,
  upload: SavedUpload,
): Promise<readonly ArrivedPart[] | undefined> {
  const { textbookId, uploadId } = upload;
  const parts = await ctx.uploadParts.list({ key: sourceKey(textbookId), uploadId });
  return parts?.filter(({ partNumber, sizeBytes }) => sizeBytes === expectedBytes(upload, partNumber));
}

export function progressOf(upload: SavedUpload, parts: readonly ArrivedPart[]): UploadProgress {
  const { textbookId, sizeBytes, partBytes: size } = upload;
  return {
    textbookId,
    sizeBytes,
    partBytes: size,
    partCount: partCountOf(upload),
    arrivedParts: parts.map(({ partNumber }) => partNumber),
  };
}
