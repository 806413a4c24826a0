import * as z from "zod";
import { idSchema } from "../../kernel/id-schema.ts";
import { Grade, maxFileBytes } from "../schema.ts";

/** SHA-256, lower-case hex. */
const FileHash = z.string().regex(/^[0-9a-f]{64}$/);

/** The file that is about to be sent for a textbook. */
export const BeginUploadInput = z.object({
  textbookId: idSchema("textbook"),
  fileName: z.string().trim().min(1).max(300),
  sizeBytes: z.number().int().min(1).max(maxFileBytes),
  fileHash: FileHash.optional(),
});
export type BeginUploadInput = z.input<typeof BeginUploadInput>;

/** Which parts to sign addresses for. */
export const SignUploadPartsInput = z.object({
  textbookId: idSchema("textbook"),
  partNumbers: z.array(z.number().int().min(1).max(10_000)).min(1).max(20),
});
export type SignUploadPartsInput = z.input<typeof SignUploadPartsInput>;

/** Files that somebody is about to add, with what was written down about them. */
export const FindDuplicatesInput = z.object({
  candidates: z
    .array(
      z.object({
        fileHash: FileHash.optional(),
        title: z.string().trim().max(200),
        grade: Grade,
        edition: z.number().int().min(1).max(99),
      }),
    )
    .min(1)
    .max(50),
});
export type FindDuplicatesInput = z.input<typeof FindDuplicatesInput>;
