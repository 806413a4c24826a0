import { type Ctx, DomainError, parse, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { sourceKey } from "./ingesting/library-keys.ts";
import type { TextbookPorts } from "./ports.ts";
import { SignUploadPartsInput } from "./uploading/upload-inputs.ts";
import { partCountOf } from "./uploading/parts-of.ts";
import type { UploadPorts } from "./uploading/upload-ports.ts";
import { visibleTextbook } from "./viewing/visible-textbook.ts";

/** One part has this long to arrive, in seconds: 5 MB over a line of 50 kbit/s. */
const partExpiresInS = 900;

/** Where one part of the file is PUT, as plain bytes. */
export interface PartAddress {
  readonly partNumber: number;
  readonly url: string;
}

/**
 * Signs addresses for parts of an upload under way.
 * @throws DomainError `not-found` (textbook.no-upload) when none is under way
 */
export async function signUploadParts(
  ctx: Ctx<PlatformAdmin, Pick<TextbookPorts, "textbooks"> & UploadPorts>,
  input: SignUploadPartsInput,
): Promise<readonly PartAddress[]> {
  requireRole(ctx.actor, "platform-admin");
  const { partNumbers, ...book } = parse(SignUploadPartsInput, input, "textbook.invalid-upload");
  const { textbookId } = await visibleTextbook(ctx, book.textbookId);
  const upload = await ctx.pendingUploads.get(textbookId);
  if (!upload) throw new DomainError("not-found", "textbook.no-upload");
  if (partNumbers.some((partNumber) => partNumber > partCountOf(upload)))
    throw new DomainError("invalid", "textbook.invalid-upload");
  const { uploadId } = upload;
  const key = sourceKey(textbookId);
  return Promise.all(
    partNumbers.map(async (partNumber) => ({
      partNumber,
      url: await ctx.uploadParts.presignPart({ key, uploadId, partNumber, expiresInS: partExpiresInS }),
    })),
  );
}
